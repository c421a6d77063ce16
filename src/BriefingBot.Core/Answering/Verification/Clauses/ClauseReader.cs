using System.Collections.Frozen;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Clauses.Speech;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>
/// Reads a sentence as clauses: its tokens, which of them are verbs, where clauses begin, what operators reach each token and who says it.
/// Rules for English news, no parser: what it cannot tell it leaves open. Stateless.
/// </summary>
internal static class ClauseReader
{
    private static readonly FrozenSet<string> Openers = LanguageData.Set("clause-openers", StringComparer.Ordinal);

    /// <summary>Reads a sentence.</summary>
    public static ClauseSentence Read(Statement statement)
    {
        var tokens = ClauseTokens.Read(statement);
        Quotations.Mark(tokens);
        VerbReader.Mark(tokens);
        MarkClauses(tokens);
        var frames = SpeechReader.Read(tokens);
        OperatorReader.Mark(tokens);
        return new ClauseSentence(statement, tokens, frames);
    }

    /// <summary>Does a new clause begin with the token?</summary>
    public static bool OpensClause(ClauseToken[] tokens, int i)
    {
        string key = tokens[i].Key;
        if (tokens[i].Kind == ClauseTokenKind.Mark)
        {
            return key is ";" or ":" or "—" or "–" or "(" or ")" or ".";
        }

        return Openers.Contains(key)
            || (i > 0 && tokens[i - 1].Key == "," && HasVerbSoon(tokens, i))
            || (key == "and" && i + 2 < tokens.Length && (tokens[i + 1].IsVerb || IsSubject(tokens, i + 1)));
    }

    private static bool IsSubject(ClauseToken[] tokens, int i)
    {
        for (int k = i; k < Math.Min(tokens.Length, i + 5); k++)
        {
            if (tokens[k].IsVerb)
            {
                return k > i;
            }

            if (tokens[k].Kind == ClauseTokenKind.Mark)
            {
                return false;
            }
        }

        return false;
    }

    private static bool HasVerbSoon(ClauseToken[] tokens, int i)
    {
        for (int k = i; k < Math.Min(tokens.Length, i + 5) && tokens[k].Kind != ClauseTokenKind.Mark; k++)
        {
            if (tokens[k].IsVerb || EnglishVerbs.Auxiliaries.Contains(tokens[k].Key))
            {
                return true;
            }
        }

        return false;
    }

    private static void MarkClauses(ClauseToken[] tokens)
    {
        int clause = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            clause += i > 0 && OpensClause(tokens, i) ? 1 : 0;
            tokens[i].Clause = clause;
        }
    }
}
