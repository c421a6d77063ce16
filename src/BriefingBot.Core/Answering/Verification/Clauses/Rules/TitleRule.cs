using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>A title belongs to the name that the evidence gives it to. Stateless.</summary>
internal static class TitleRule
{
    private const int Near = 7;

    /// <summary>The fault, or null.</summary>
    public static DropReason? FindFault(ClauseAlignment alignment)
    {
        var said = alignment.Claim.Tokens;
        for (int i = 0; i + 1 < said.Count; i++)
        {
            if (
                IsTitle(said[i])
                && said[i + 1].IsName
                && !IsTitle(said[i + 1])
                && said[i + 1].Kind == ClauseTokenKind.Content
                && IsOfOther(alignment.Evidence, said[i], NameBehind(said, i + 1))
            )
            {
                return DropReason.TitleOfOther;
            }
        }

        return null;
    }

    private static List<ClauseToken> NameBehind(IReadOnlyList<ClauseToken> tokens, int from) =>
        [.. tokens.Skip(from).TakeWhile(token => token.IsName && token.Kind == ClauseTokenKind.Content)];

    /// <summary>The title stands beside another name, and never near this one.</summary>
    private static bool IsOfOther(IReadOnlyList<ClauseSentence> evidence, ClauseToken title, List<ClauseToken> name)
    {
        bool ofOther = false;
        foreach (var sentence in evidence)
        {
            var tokens = sentence.Tokens;
            for (int i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Root != title.Root)
                {
                    continue;
                }

                for (int k = Math.Max(0, i - Near); k < Math.Min(tokens.Count, i + Near + 1); k++)
                {
                    if (name.Any(word => ClauseMatch.Of(word, tokens[k]) >= ClauseMatch.Form) && !HasOtherName(tokens, i, k, name))
                    {
                        return false;
                    }
                }

                ofOther |= i + 1 < tokens.Count && tokens[i + 1].IsName && !IsTitle(tokens[i + 1]);
            }
        }

        return ofOther;
    }

    private static bool HasOtherName(IReadOnlyList<ClauseToken> tokens, int title, int name, List<ClauseToken> own)
    {
        for (int k = Math.Min(title, name) + 1; k < Math.Max(title, name); k++)
        {
            if (
                tokens[k].IsVerb
                || (
                    tokens[k].IsName
                    && !IsTitle(tokens[k])
                    && tokens[k].Country < 0
                    && k > title
                    && !own.Any(word => ClauseMatch.Of(word, tokens[k]) > 0)
                    && tokens.Skip(k).Take(name - k).Any(token => token.Key is "," or "and" or "to" or "with")
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTitle(ClauseToken token) =>
        token.Kind == ClauseTokenKind.Content && token.IsName && TitleWords.Contains(token.Key);
}
