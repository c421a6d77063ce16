using System.Collections.Frozen;
using BriefingBot.Core.Answering.Verification.Clauses.Speech;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>Tells verbs from other words by their form and by what stands before them. Stateless.</summary>
internal static class VerbReader
{
    private static readonly FrozenSet<string> BeforeNouns = LanguageData.Set("verb-signs/before-nouns", StringComparer.Ordinal);

    private static readonly FrozenSet<string> BeforeInfinitives = FrozenSet.ToFrozenSet(
        ["to", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did", "not", "ll"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Adverbs = LanguageData.Set("verb-signs/adverbs", StringComparer.Ordinal);

    // Base forms of speech that are verbs behind a plural: "experts say".
    private static readonly FrozenSet<string> Telling = LanguageData.Set("verb-signs/telling", StringComparer.Ordinal);

    /// <summary>Marks the verbs.</summary>
    public static void Mark(ClauseToken[] tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            tokens[i].IsVerb = IsVerb(tokens, i);
        }
    }

    private static bool IsVerb(ClauseToken[] tokens, int i)
    {
        var token = tokens[i];
        if (token.Kind is ClauseTokenKind.Mark or ClauseTokenKind.Number or ClauseTokenKind.Date || token.IsName)
        {
            return false;
        }

        if (EnglishVerbs.Auxiliaries.Contains(token.Key))
        {
            return !(i + 1 < tokens.Length && HasMainVerbNext(tokens, i + 1));
        }

        if (Adverbs.Contains(token.Key) || token.Key.EndsWith("ly", StringComparison.Ordinal))
        {
            return false;
        }

        string before = i > 0 ? tokens[i - 1].Key : "";
        if (before == "to" && i > 1 && tokens[i - 2].Key is "according" or "due" or "thanks" or "owing")
        {
            return false;
        }

        if (EnglishVerbs.IsPastForm(token.Key))
        {
            return !BeforeNouns.Contains(before);
        }

        if (token.Key.Length > 4 && token.Key.EndsWith("ing", StringComparison.Ordinal))
        {
            return EnglishVerbs.Being.Contains(before)
                || before is "not" or "," or "by" or "after" or "before" or "while" or "denied" or "denies";
        }

        if (token.Kind == ClauseTokenKind.Function && !SpeechReader.IsVerbOfSpeech(token))
        {
            return false;
        }

        // A base form behind "to" or a modal, with an adverb between or not; a form in "-s" behind a name or pronoun.
        return BeforeInfinitives.Contains(before)
            || (before.EndsWith("ly", StringComparison.Ordinal) && i > 1 && BeforeInfinitives.Contains(tokens[i - 2].Key))
            || (token.Key.EndsWith('s') && i > 0 && (tokens[i - 1].IsName || before is "he" or "she" or "it" or "who" or "which" or "that"))
            || (
                i > 0
                && SpeechReader.IsVerbOfSpeech(token)
                && (SpeechReader.IsPresentForm(token) || Telling.Contains(token.Key))
                && !BeforeNouns.Contains(before)
            );
    }

    private static bool HasMainVerbNext(ClauseToken[] tokens, int i)
    {
        for (int k = i; k < Math.Min(tokens.Length, i + 3); k++)
        {
            var token = tokens[k];
            if (
                EnglishVerbs.Auxiliaries.Contains(token.Key)
                || EnglishVerbs.IsPastForm(token.Key)
                || (token.Key.Length > 4 && token.Key.EndsWith("ing", StringComparison.Ordinal))
            )
            {
                return true;
            }

            if (
                token.Key is not ("not" or "also" or "already" or "still" or "now" or "only")
                && !token.Key.EndsWith("ly", StringComparison.Ordinal)
            )
            {
                return false;
            }
        }

        return false;
    }
}
