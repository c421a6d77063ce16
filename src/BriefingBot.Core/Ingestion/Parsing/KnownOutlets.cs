using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Dating;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>News agencies and outlets that sign articles by name alone, so that "By Jane Doe Associated Press" can be read.</summary>
internal static partial class KnownOutlets
{
    /// <summary>Is it one, in any case?</summary>
    public static bool Contains(string name) => OutletNames.Known.Contains(name);

    /// <summary>Does it read like the name of a paper ("The Morning Herald") or of a site? Only where an outlet is expected.</summary>
    public static bool LooksLikeOne(string name) => OutletName().IsMatch(name);

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

    [GeneratedRegex(
        @"^(?:The )?(?:\p{Lu}[\p{L}&'’.]*\s?){1,5}(?<=\b(?:Times|Post|Herald|Journal|News|Press|Today|TODAY|Tribune|Guardian|Gazette|Star|Sun|Globe|Chronicle|Observer|Republic|Register|Mail|Agency|Radio|Review|Standard|Telegraph|Courier|Dispatch|Bee|Network|NETWORK))$|^[\w-]+\.(?:com|org|net|co\.uk)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex OutletName();
}
