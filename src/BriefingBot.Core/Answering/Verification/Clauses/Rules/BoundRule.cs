using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>How much and how many stay as they are: "at least 12" is not "12", "some" is not "all". Stateless.</summary>
internal static class BoundRule
{
    private const int LongestBound = 3;

    private static readonly FrozenDictionary<string, string> Bounds = LanguageData
        .Map("bounds")
        .SelectMany(pair => pair.Value.Select(words => (Words: words, Sense: pair.Key)))
        .ToFrozenDictionary(pair => pair.Words, pair => pair.Sense, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Quantifiers = LanguageData
        .Map("quantifiers")
        .SelectMany(pair => pair.Value.Select(word => (Word: word, Sense: pair.Key)))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Sense, StringComparer.Ordinal);

    /// <summary>The fault, or null.</summary>
    public static DropReason? FindFault(ClauseAlignment alignment, Strictness strictness)
    {
        var said = alignment.Claim.Tokens;
        for (int i = 0; i < said.Count; i++)
        {
            if (!said[i].IsContent || alignment.Places[i] is not { } place)
            {
                continue;
            }

            var known = alignment.Evidence[place.Sentence].Tokens;
            bool differs = said[i].Number is not null
                ? DifferAt(BoundOf(said, i), BoundOf(known, place.Token), strictness)
                : said[i].Kind == ClauseTokenKind.Content
                    && !said[i].IsName
                    && DifferAt(QuantifierOf(said, i), QuantifierOf(known, place.Token), strictness);
            if (differs)
            {
                return DropReason.BoundChanged;
            }
        }

        return null;
    }

    private static bool DifferAt(string? said, string? known, Strictness strictness) =>
        said != known && (strictness == Strictness.Strict || said is not null);

    private static string? BoundOf(IReadOnlyList<ClauseToken> tokens, int number)
    {
        if (number + 2 < tokens.Count && tokens[number + 1].Key == "or")
        {
            return tokens[number + 2].Key switch
            {
                "more" => "least",
                "less" or "fewer" => "most",
                "so" => "about",
                _ => null,
            };
        }

        string words = "";
        for (int k = number - 1; k >= Math.Max(0, number - LongestBound) && tokens[k].Kind != ClauseTokenKind.Mark; k--)
        {
            words = words.Length == 0 ? tokens[k].Key : $"{tokens[k].Key} {words}";
            if (k - 1 >= Math.Max(0, number - LongestBound) && Bounds.TryGetValue($"{tokens[k - 1].Key} {words}", out string? longer))
            {
                return longer;
            }

            if (Bounds.TryGetValue(words, out string? sense))
            {
                return sense;
            }
        }

        return null;
    }

    /// <summary>The quantifier before a word, over one other word or "of the".</summary>
    private static string? QuantifierOf(IReadOnlyList<ClauseToken> tokens, int word)
    {
        int content = 0;
        for (int k = word - 1; k >= Math.Max(0, word - 4); k--)
        {
            if (tokens[k].Kind == ClauseTokenKind.Mark || tokens[k].IsVerb)
            {
                return null;
            }

            if (Quantifiers.TryGetValue(tokens[k].Key, out string? sense))
            {
                bool isMore = k > 0 && tokens[k].Key == "most" && tokens[k - 1].Key is "the" or "at";
                return isMore ? null : sense;
            }

            content += tokens[k].IsContent ? 1 : 0;
            if (content > 0)
            {
                return null;
            }
        }

        return null;
    }
}
