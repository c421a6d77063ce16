using System.Collections.Frozen;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>A word that turns the sense of what follows.</summary>
/// <param name="Before">The stem of the last word with a meaning before it.</param>
/// <param name="Scope">The stems of the words with a meaning that follow, nearest first, at most five.</param>
/// <param name="IsPlain">It is a "not", "no", "never"; else a verb that denies: only good to bear out another negation.</param>
internal sealed record Negation(string? Before, IReadOnlyList<string> Scope, bool IsPlain)
{
    private const int LongestScope = 5;

    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        ["not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denying = FrozenSet.ToFrozenSet(
        new[] { "deny", "denied", "refuse", "refused", "decline", "declined", "fail", "failed", "lack", "lacked", "reject", "rejected", "unable", "dismiss", "dismissed", "hardly", "barely", "stop", "stopped", "refrain", "avoid", "avoided", "prevent", "prevented", "impossible", "false", "untrue", "unlikely", "rule", "ruled" }
            .Select(WordTokenizer.Stem),
        StringComparer.Ordinal);

    // "not only", "no doubt", "no longer": the first two turn nothing.
    private static readonly FrozenSet<string> NotTurned = FrozenSet.ToFrozenSet(["only", "just", "least", "merely", "doubt", "matter", "necessarily", "simply"], StringComparer.Ordinal);

    /// <summary>The negations of a sentence in order.</summary>
    public static IReadOnlyList<Negation> Find(IReadOnlyList<EvidenceToken> tokens)
    {
        List<Negation> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (KindOf(tokens, i) is { } plain)
            {
                string? before = null;
                for (int k = i - 1; k >= 0 && before is null; k--)
                {
                    before = IsContent(tokens[k]) ? tokens[k].Stem : null;
                }

                found.Add(new Negation(before, [.. ScopeOf(tokens, i)], plain));
            }
        }

        return found;
    }

    /// <summary>The stems that stand in no negation's scope.</summary>
    public static IEnumerable<string> OutsideScopes(IReadOnlyList<EvidenceToken> tokens)
    {
        HashSet<int> inside = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (KindOf(tokens, i) is not null)
            {
                int taken = 0;
                for (int k = i + 1; k < tokens.Count && taken < LongestScope; k++)
                {
                    taken += IsContent(tokens[k]) ? 1 : 0;
                    inside.Add(k);
                }
            }
        }

        return tokens.Where((_, i) => !inside.Contains(i)).Select(token => token.Stem);
    }

    /// <summary>True for a plain one, false for a verb that denies, null for other words.</summary>
    private static bool? KindOf(IReadOnlyList<EvidenceToken> tokens, int i)
    {
        string key = tokens[i].Key;
        if (!Plain.Contains(key))
        {
            return Denying.Contains(tokens[i].Stem) ? false : null;
        }

        bool turned = i + 1 >= tokens.Count || !(NotTurned.Contains(tokens[i + 1].Key) || (key == "no" && char.IsAsciiDigit(tokens[i + 1].Key[0])));
        bool ifNot = i > 0 && tokens[i - 1].Key is "if" or "or" or "whether" && key == "not";
        return turned && !ifNot ? true : null;
    }

    private static IEnumerable<string> ScopeOf(IReadOnlyList<EvidenceToken> tokens, int i) =>
        tokens.Skip(i + 1).Where(IsContent).Select(token => token.Stem).Take(LongestScope);

    private static bool IsContent(EvidenceToken token) => !StopWords.Contains(token.Stem) && token.Stem.Length > 1;
}
