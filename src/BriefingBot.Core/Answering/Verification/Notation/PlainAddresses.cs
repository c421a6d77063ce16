using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Answering.Verification.Notation;

/// <summary>
/// Reads through what an address is disguised with: invisible characters, full-width and look-alike letters, other full stops, "dot".
/// Stateless.
/// </summary>
internal static partial class PlainAddresses
{
    // Cyrillic and Greek letters that look like the Latin ones below them.
    private const string LookAlikes = "аеорсухіјѕԁһԛԝвкмнтαεορυνικτχ";
    private const string Latin = "aeopcyxijsdhqwbkmhtaeopuviktx";

    /// <summary>The text as a reader takes it.</summary>
    public static string Read(string text)
    {
        if (Ascii.IsValid(text))
        {
            return Dots().Replace(text, ".");
        }

        // Half a surrogate pair is no text and cannot be normalised.
        string whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        StringBuilder plain = new(text.Length);
        foreach (char unit in whole.Normalize(NormalizationForm.FormKC))
        {
            if (char.GetUnicodeCategory(unit) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
            {
                int at = LookAlikes.IndexOf(char.ToLowerInvariant(unit), StringComparison.Ordinal);
                plain.Append(
                    unit is '。' or '．' or '｡' or '․' or '‧' or '·' ? '.'
                    : at >= 0 ? Latin[at]
                    : unit
                );
            }
        }

        return Dots().Replace(plain.ToString(), ".");
    }

    [GeneratedRegex(
        @"\s?[\[({]\s?(?:\.|dot)\s?[\])}]\s?|\sdot\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Dots();
}
