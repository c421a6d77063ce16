using System.Collections.Frozen;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Polarity;

/// <summary>A word that turns the sense of what follows.</summary>
/// <param name="Before">The root of the last word with a meaning before it.</param>
/// <param name="Scope">The roots of the words with a meaning that follow, nearest first, at most five.</param>
/// <param name="IsPlain">It is a "not", "no", "never"; else a verb that denies: only good to bear out another negation.</param>
internal sealed record Negation(string? Before, IReadOnlyList<string> Scope, bool IsPlain)
{
    private const int LongestScope = 5;

    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        ["not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Denying = FrozenSet.ToFrozenSet(
        LanguageData.Lines("denying-verbs").Select(WordTokenizer.Stem),
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.ToFrozenSet(
        ["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should"],
        StringComparer.Ordinal
    );

    // "not only", "no doubt", "no longer": the first two turn nothing.
    private static readonly FrozenSet<string> NotTurned = FrozenSet.ToFrozenSet(
        ["only", "just", "least", "merely", "doubt", "matter", "necessarily", "simply"],
        StringComparer.Ordinal
    );

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
                    before = IsContent(tokens[k]) ? Root(tokens[k].Key) : null;
                }

                found.Add(new Negation(before, [.. ScopeOf(tokens, i)], plain));
            }
        }

        return found;
    }

    /// <summary>
    /// Do the others have the very words around a negation of the first without a negation between them, and never with one?
    /// </summary>
    public static bool IsPutInto(IReadOnlyList<EvidenceToken> negated, IEnumerable<IReadOnlyList<EvidenceToken>> others)
    {
        var sentences = others.ToList();
        for (int i = 1; i + 1 < negated.Count; i++)
        {
            if (
                KindOf(negated, i) == true
                && sentences.Exists(tokens => HasAround(tokens, negated, i, with: false))
                && !sentences.Exists(tokens => HasAround(tokens, negated, i, with: true))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The word before and the word behind side by side, or with a negation between, and one further word on either side.
    /// </summary>
    private static bool HasAround(IReadOnlyList<EvidenceToken> tokens, IReadOnlyList<EvidenceToken> negated, int i, bool with)
    {
        for (int k = 0; k + 1 < tokens.Count; k++)
        {
            // "doesn't have" is "does have" without its negation.
            int behind =
                k + 1 < tokens.Count - 1
                && (
                    with
                        ? Plain.Contains(tokens[k + 1].Key)
                        : Auxiliaries.Contains(tokens[k + 1].Key) && tokens[k + 1].Key != negated[i + 1].Key
                )
                    ? k + 2
                    : k + 1;
            if (with && behind == k + 1)
            {
                continue;
            }

            if (
                tokens[k].Key == negated[i - 1].Key
                && tokens[behind].Key == negated[i + 1].Key
                && (
                    (k > 0 && i > 1 && tokens[k - 1].Key == negated[i - 2].Key)
                    || (behind + 1 < tokens.Count && i + 2 < negated.Count && tokens[behind + 1].Key == negated[i + 2].Key)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The roots that stand in no negation's scope.</summary>
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

        return tokens.Where((_, i) => !inside.Contains(i)).Select(token => Root(token.Key));
    }

    /// <summary>The word without its endings of number and time: "paid" stays, "advised" is not "advisable".</summary>
    public static string Root(string key)
    {
        foreach (string ending in (string[])["ing", "ed", "es", "s", "d", "e"])
        {
            if (key.Length - ending.Length >= 3 && key.EndsWith(ending, StringComparison.Ordinal))
            {
                return key[..^ending.Length];
            }
        }

        return key;
    }

    /// <summary>True for a plain one, false for a verb that denies, null for other words.</summary>
    private static bool? KindOf(IReadOnlyList<EvidenceToken> tokens, int i)
    {
        string key = tokens[i].Key;
        if (!Plain.Contains(key))
        {
            return Denying.Contains(tokens[i].Stem) ? false : null;
        }

        bool turned =
            i + 1 >= tokens.Count || !(NotTurned.Contains(tokens[i + 1].Key) || (key == "no" && char.IsAsciiDigit(tokens[i + 1].Key[0])));
        bool ifNot =
            key == "not"
            && i > 0
            && (tokens[i - 1].Key is "if" or "whether" || (i > 1 && tokens[i - 1].Key == "or" && tokens[i - 2].Key == "whether"));
        return turned && !ifNot ? true : null;
    }

    private static IEnumerable<string> ScopeOf(IReadOnlyList<EvidenceToken> tokens, int i) =>
        tokens.Skip(i + 1).Where(IsContent).Select(token => Root(token.Key)).Take(LongestScope);

    private static bool IsContent(EvidenceToken token) => !StopWords.Contains(token.Stem) && token.Stem.Length > 1;
}
