using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Text.Planted;

/// <summary>
/// Reads through entities, full-width and invisible letters, and tells text that hides what it says: encoded, spelled out, mixed of
/// scripts. Stateless.
/// </summary>
internal static partial class DisguisedText
{
    private const int ManyWide = 8;
    private const int ManyInvisible = 4;

    /// <summary>What a person would read.</summary>
    /// <param name="segment">A sentence or line.</param>
    /// <param name="isDisguised">The segment was written so that a person would not read it, or not easily.</param>
    public static string Reveal(string segment, out bool isDisguised)
    {
        if (Ascii.IsValid(segment) && !Suspicious().IsMatch(segment))
        {
            isDisguised = false;
            return segment;
        }

        string decoded = segment.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(segment) : segment;
        StringBuilder visible = new(decoded.Length);
        int invisible = 0;
        int wide = 0;
        foreach (var rune in decoded.EnumerateRunes())
        {
            // U+E0000 to U+E007F are the tag characters: invisible copies of ASCII.
            if (
                Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200D or 0xFE0F)
                || rune.Value is >= 0xE0000 and <= 0xE007F
            )
            {
                invisible++;
                continue;
            }

            wide += rune.Value
                is (>= 0xFF21 and <= 0xFF3A)
                    or (>= 0xFF41 and <= 0xFF5A)
                    or (>= 0x1D400 and <= 0x1D7FF)
                    or (>= 0x24B6 and <= 0x24E9)
                ? 1
                : 0;
            visible.Append(rune.ToString());
        }

        string plain = visible.ToString().Normalize(NormalizationForm.FormKC);
        isDisguised =
            wide >= ManyWide
            || invisible >= ManyInvisible
            || Entities().Count(segment) >= 3
            || Escapes().Count(segment) >= 3
            || PercentLetters().Count(segment) >= 4
            || Spaced().IsMatch(plain)
            || MixedWord().IsMatch(plain)
            || Base64Runs().Matches(plain).Any(IsHidden);
        return plain;
    }

    /// <summary>Long runs that decode to text, or that no word and no address could be.</summary>
    private static bool IsHidden(Match run)
    {
        if (
            run.Length >= 60
            && run.Value.Any(char.IsAsciiDigit)
            && run.Value.Any(char.IsUpper)
            && run.Value.Any(char.IsLower)
            && !run.Value.Contains('/', StringComparison.Ordinal)
        )
        {
            return true;
        }

        string padded = run.Value.TrimEnd('=');
        padded = padded[..(padded.Length - (padded.Length % 4 == 1 ? 1 : 0))];
        padded += new string('=', (4 - (padded.Length % 4)) % 4);
        if (!Base64.IsValid(padded))
        {
            return false;
        }

        byte[] bytes = Convert.FromBase64String(padded);
        return bytes.Length >= 12 && bytes.All(unit => unit is >= 0x20 and < 0x7F or 0x0A or 0x0D) && bytes.Contains((byte)' ');
    }

    [GeneratedRegex(@"&#|\\[ux]|%[0-9A-Fa-f]{2}|[A-Za-z0-9+/]{24}|(?<!\S)\w\s\w\s\w\s\w\s", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Suspicious();

    [GeneratedRegex("&#x?[0-9a-fA-F]{2,6};", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Entities();

    [GeneratedRegex(@"\\u\{?[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Escapes();

    // Letters only: a quote or comma that is left encoded hides nothing.
    [GeneratedRegex(@"%(?:4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PercentLetters();

    [GeneratedRegex(@"(?<!\S)(?:\p{L}[ ._-]){7,}\p{L}(?!\S)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Spaced();

    // Latin letters with Cyrillic or Greek ones in a word: they look alike.
    [GeneratedRegex(
        @"[A-Za-z][\u0370-\u03FF\u0400-\u04FF][\u0370-\u03FF\u0400-\u04FFA-Za-z]"
            + @"|[\u0370-\u03FF\u0400-\u04FF][A-Za-z][\u0370-\u03FF\u0400-\u04FFA-Za-z]",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex MixedWord();

    [GeneratedRegex("[A-Za-z0-9+/]{24,}={0,2}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Base64Runs();
}
