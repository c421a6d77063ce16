using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>News agencies and outlets that sign articles by name alone, so that "By Jane Doe Associated Press" can be read.</summary>
internal static class KnownOutlets
{
    /// <summary>Is it one, in any case?</summary>
    public static bool Contains(string name) => OutletNames.Known.Contains(name);

    /// <summary>Does it read like the name of a paper ("The Morning Herald") or of a site? Only where an outlet is expected.</summary>
    public static bool LooksLikeOne(string name) => OutletName.IsMatch(name);

    /// <summary>Parts "JANE DOE Associated Press" before the outlet; outlet null when it ends in none.</summary>
    public static (string Before, string? Outlet) SplitAtEnd(string text)
    {
        string[] words = text.Split(' ');
        for (int count = Math.Min(OutletNames.Known.MostWords, words.Length - 1); count > 0; count--)
        {
            string tail = string.Join(' ', words[^count..]);
            if (Contains(tail))
            {
                return (string.Join(' ', words[..^count]), tail);
            }
        }

        return (text, null);
    }

    private static readonly TieredRegex OutletName = LanguagePattern.Tiered(
        "bylines/outlet-names",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );
}
