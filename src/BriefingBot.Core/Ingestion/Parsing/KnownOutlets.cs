using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Dating;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>News agencies and outlets that sign articles by name alone, so that "By Jane Doe Associated Press" can be read.</summary>
internal static partial class KnownOutlets
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "Associated Press", "The Associated Press", "AP", "Reuters", "Thomson Reuters", "AFP", "Agence France-Presse", "Bloomberg", "Bloomberg News", "CNN", "CNN Business", "BBC",
            "BBC News", "UPI", "Yonhap", "Yonhap News Agency", "Xinhua", "Kyodo", "Kyodo News", "dpa", "DPA", "ANI", "PTI", "IANS", "TASS", "EFE", "ANSA", "USA TODAY", "USA TODAY Sports",
            "USA TODAY NETWORK", "NPR", "PBS", "Fox News", "NBC News", "CBS News", "ABC News", "The New York Times", "The Washington Post", "The Wall Street Journal", "The Guardian",
            "The Times", "Financial Times", "The Korea Herald", "The Korea Times", "The Japan Times", "Al Jazeera", "Politico", "Axios", "Deutsche Welle", "DW", "Sky News", "Euronews",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly int MostWords = Names.Max(name => name.Count(' '.Equals)) + 1;

    /// <summary>Is it one, in any case?</summary>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Does it read like the name of a paper ("The Morning Herald") or of a site? Only where an outlet is expected.</summary>
    public static bool LooksLikeOne(string name) => OutletName().IsMatch(name);

    /// <summary>Parts "JANE DOE Associated Press" before the outlet; outlet null when it ends in none.</summary>
    public static (string Before, string? Outlet) SplitAtEnd(string text)
    {
        string[] words = text.Split(' ');
        for (int count = Math.Min(MostWords, words.Length - 1); count > 0; count--)
        {
            string tail = string.Join(' ', words[^count..]);
            if (Names.Contains(tail))
            {
                return (string.Join(' ', words[..^count]), tail);
            }
        }

        return (text, null);
    }

    [GeneratedRegex(
        @"^(?:The )?(?:\p{Lu}[\p{L}&'’.]*\s?){1,5}(?<=\b(?:Times|Post|Herald|Journal|News|Press|Today|TODAY|Tribune|Guardian|Gazette|Star|Sun|Globe|Chronicle|Observer|Republic|Register|Mail|Agency|Radio|Review|Standard|Telegraph|Courier|Dispatch|Bee|Network|NETWORK))$|^[\w-]+\.(?:com|org|net|co\.uk)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DateText.TimeoutMilliseconds)]
    private static partial Regex OutletName();
}
