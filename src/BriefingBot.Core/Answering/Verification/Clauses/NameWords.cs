using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>Whom words name. Stateless.</summary>
internal static class NameWords
{
    /// <summary>The words of names, without titles.</summary>
    public static List<ClauseToken> Of(IEnumerable<ClauseToken> tokens) =>
        [.. tokens.Where(token => token.IsName && token.Kind == ClauseTokenKind.Content && !TitleWords.Contains(token.Key))];

    /// <summary>One word of the first is one of the second.</summary>
    public static bool Meet(IReadOnlyList<ClauseToken> first, IReadOnlyList<ClauseToken> second)
    {
        foreach (var one in first)
        {
            foreach (var other in second)
            {
                if (ClauseMatch.Of(one, other) >= ClauseMatch.Form)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A pronoun that stands for somebody or something named before.</summary>
    public static bool IsPronoun(ClauseToken token) =>
        token.Key is "he" or "she" or "it" or "they" or "who" or "his" or "her" or "their" or "him" or "them" or "we" or "i" or "which";
}
