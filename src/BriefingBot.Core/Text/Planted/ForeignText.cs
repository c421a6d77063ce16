using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text.Planted;

/// <summary>Tells a sentence that is not in English, by its script or by its small words. Stateless.</summary>
internal static partial class ForeignText
{
    private const int ManyLetters = 6;
    private const int OpeningLetters = 4;

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“„«「『");

    // What nearly every English sentence has: the others are looked at closely.
    private static readonly SearchValues<string> PlainlyEnglish = SearchValues.Create(
        [" the ", " of ", " and ", " that ", " with ", " said ", "The "],
        StringComparison.Ordinal
    );

    private static readonly FrozenSet<string> English = Set("languages/english");

    private static readonly FrozenSet<string> Other = Set("languages/other");

    private static readonly FrozenSet<string> Orders = Set("languages/orders");

    private static readonly IReadOnlyList<string> OtherScriptOrders = LanguageData.Lines("orders-in-other-scripts");

    /// <summary>Is it in another script or language? What stands between quotation marks does not count.</summary>
    public static bool IsForeign(string segment)
    {
        string own = segment.AsSpan().ContainsAny(QuotationMarks) ? Quoted().Replace(segment, " ") : segment;
        if (Ascii.IsValid(own) && own.AsSpan().ContainsAny(PlainlyEnglish))
        {
            return false;
        }

        var (latin, other) = Letters(own);
        if (other > 0 && (other >= latin && other >= OpeningLetters || (other >= ManyLetters && 3 * other >= latin)))
        {
            return true;
        }

        string[] words = [.. Words().Matches(own).Select(match => match.Value)];
        int english = words.Count(word => English.Contains(word.ToLowerInvariant()));

        // With a capital, or before one, it may be of a name: "Las Vegas", "von der Leyen".
        int small = words
            .Where((word, i) => Other.Contains(word) && !English.Contains(word) && !(i + 1 < words.Length && IsOfName(words, i)))
            .Count();
        bool ordered = words.Length > 0 && Orders.Contains(words[0].ToLowerInvariant());
        if (words.Length < 3)
        {
            return ordered && english == 0 && own.Length < segment.Length;
        }

        int accented = own.Count(unit => unit > 0x7F && char.IsLetter(unit));
        return small > english && (small >= 3 || ordered || (small >= 2 && (3 * small >= words.Length || accented >= 3)));
    }

    /// <summary>Does it begin with an order in another language, or hold a word of another script that orders machines about?</summary>
    public static bool IsOrder(string text)
    {
        if (OtherScriptOrders.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        int start = 0;
        while (start < text.Length && !char.IsLetter(text[start]))
        {
            start++;
        }

        int end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return Orders.Contains(text[start..end].ToLowerInvariant());
    }

    private static bool IsOfName(string[] words, int i)
    {
        int next = i + 1;
        while (next + 1 < words.Length && next - i < 2 && Other.Contains(words[next]))
        {
            next++;
        }

        return char.IsUpper(words[next][0]);
    }

    /// <summary>Has it any letter of another script than Latin?</summary>
    public static bool HasOtherScript(string segment) => Letters(segment).Other > 0;

    private static (int Latin, int Other) Letters(string text)
    {
        int latin = 0;
        int other = 0;
        foreach (char unit in text)
        {
            if (char.IsLetter(unit))
            {
                // Latin with its extensions, IPA and modifier letters, which tell how names are spoken, ends at U+02FF; the additional one
                // is at U+1E00.
                bool isLatin = unit <= 0x02FF || unit is >= '\u1E00' and <= '\u1EFF';
                latin += isLatin ? 1 : 0;
                other += isLatin ? 0 : 1;
            }
        }

        return (latin, other);
    }

    private static FrozenSet<string> Set(string list) =>
        LanguageData.Lines(list).SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("[\"“„«「『][^\"“”„«»「」『』]*[\"”“»」』]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}’']*", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Words();
}
