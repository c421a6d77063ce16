using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>
/// A word as names, negations and their places are compared: dotted acronyms are one ("U.S." is "us"), "won't" is "will" and "not",
/// hyphens part.
/// </summary>
/// <param name="Key">Lower case, without diacritics and dots.</param>
/// <param name="Stem">Its Porter stem.</param>
/// <param name="IsCapital">It begins with a capital.</param>
/// <param name="IsUpper">All its letters are capitals.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">One past its last.</param>
internal readonly partial record struct EvidenceToken(string Key, string Stem, bool IsCapital, bool IsUpper, int Start, int End)
{
    private static readonly FrozenDictionary<string, string> Cut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["wo"] = "will",
        ["ca"] = "can",
        ["sha"] = "shall",
        ["ai"] = "is",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of a text in order.</summary>
    public static IReadOnlyList<EvidenceToken> Read(string text)
    {
        List<EvidenceToken> tokens = [];
        foreach (Match match in Pattern().Matches(text))
        {
            bool negated =
                match.Value.EndsWith("n't", StringComparison.OrdinalIgnoreCase)
                || match.Value.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);
            int end = match.Index + match.Length;
            if (negated)
            {
                string helping = Fold(match.Value[..^3]);
                helping = Cut.GetValueOrDefault(helping) ?? helping;
                tokens.Add(Of(helping, match, match.Index, end - 3));
                tokens.Add(Of("not", match, end - 3, end));
                continue;
            }

            string key = Fold(match.Value);
            if (key.Length > 0)
            {
                tokens.Add(Of(key, match, match.Index, end));
            }
        }

        return tokens;
    }

    /// <summary>Are both one word: in the same form, in another form of it, or as names of one country?</summary>
    public bool IsLike(EvidenceToken other) =>
        Key == other.Key
        || (Key.Length >= 4 && other.Key.Length >= 4 && Stem == other.Stem)
        || (IsCountry && other.IsCountry && CountryNames.GroupOf(Stem) == CountryNames.GroupOf(other.Stem));

    /// <summary>A country's name or people, not its capital.</summary>
    public bool IsCountry => IsCapital && CountryNames.GroupOf(Stem) >= 0 && !CountryNames.IsStandIn(Stem) && Key != "u";

    private static EvidenceToken Of(string key, Match match, int start, int end) =>
        new(key, key.Length > 2 ? WordTokenizer.Stem(key) : key, char.IsUpper(match.Value[0]), !match.Value.Any(char.IsLower), start, end);

    private static string Fold(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
        }

        StringBuilder folded = new(word.Length);
        foreach (char unit in word.Normalize(NormalizationForm.FormD))
        {
            if (unit != '.' && char.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(unit));
            }
        }

        return folded.ToString();
    }

    [GeneratedRegex(
        @"\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?|\p{L}+n['’]t(?!\p{L})|[\p{L}\p{M}\p{N}]+",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Pattern();
}
