using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Knows the lines that belong to the page and not to the article: share bars, comment forms, newsletter and cookie notices, links to other
/// stories. Conservative: a line is furniture as a whole or not at all, and running text never is.
/// </summary>
internal static partial class PageFurniture
{
    // A notice is short; what is longer is running text that happens to begin like one.
    private const int LongestNotice = 320;
    private const int LongestLink = 160;
    private const int LongestLine = 90;

    private static readonly char[] Marks = [.. " :;|•·*-–—_»›>«<[]()…▼▲→.+×✕#\t"];

    private static readonly FrozenSet<string> Lines = LanguageData.Set("furniture-lines");

    // Also words of any story or list: "Twitter" may be a subheading. They count only beside other furniture.
    private static readonly FrozenSet<string> WeakLines = LanguageData.Set("furniture-weak-lines");

    private static readonly FrozenSet<string> FootHeadings = LanguageData.Set("furniture-foot");

    private static readonly FrozenSet<string> ShareBarWords = LanguageData.Set("page-links/share-bar-words");

    private static readonly FrozenSet<string> Sections = LanguageData.Set("section-labels");

    private static readonly Regex Notice = new(
        $@"^[\W\d]*(?:{string.Join('|', LanguageData.Lines("furniture-notices").Select(line => $"(?:{line})"))})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled,
        TimeSpan.FromMilliseconds(DateText.TimeoutMilliseconds)
    );

    /// <summary>Is the whole line furniture when it stands beside other furniture?</summary>
    public static bool IsWeakFurniture(string line) => line.Length <= 20 && WeakLines.Contains(Bare(line));

    /// <summary>Is the line a heading over links to other stories?</summary>
    public static bool IsFootHeading(string line) => line.Length <= 40 && FootHeadings.Contains(Bare(line));

    /// <summary>Is the line the name of a section, as it stands above a headline?</summary>
    public static bool IsSection(string line) => line.Length <= 30 && Sections.Contains(Bare(line));

    /// <summary>Is the whole line furniture?</summary>
    public static bool IsFurniture(string line)
    {
        bool shortLine = line.Length <= LongestLine;
        return (shortLine && Lines.Contains(Bare(line)))
            || HoldsNothing(line)
            || IsShareBar(line)
            || (
                shortLine
                && (
                    EndMark().IsMatch(line) || TimeAlone.IsMatch(line) || (line.AsSpan().ContainsAny("›»>→") && Breadcrumbs().IsMatch(line))
                )
            )
            || (line.Length <= LongestNotice && Notice.IsMatch(line))
            || (line.Length <= LongestLink && IsLink(line) && !RunsOn(line));
    }

    private static string Bare(string line) => line.Trim(Marks).Replace('’', '\'');

    // Rules, ornaments, brackets: nothing that could be read.
    private static bool HoldsNothing(string line)
    {
        foreach (char c in line)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    // "Facebook Twitter Email Print": nothing but names of buttons.
    private static bool IsShareBar(string line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        int names = 0;
        foreach (var range in line.AsSpan().SplitAny(" |•·,/"))
        {
            var word = line.AsSpan()[range];
            if (!word.IsEmpty)
            {
                if (!ShareBarWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                {
                    return false;
                }

                names++;
            }
        }

        return names >= 2;
    }

    // Capitals make "READ:" a link; "Read: the verb" may be anything.
    private static bool IsLink(string line) => AnyCaseLink.IsMatch(line) || CapitalLink().IsMatch(line);

    private static bool RunsOn(string line) => line[^1] == '.' && line.Contains(". ", StringComparison.Ordinal);

    // What closes a release or a wire story.
    [GeneratedRegex(@"^\W*(?:-\s?30\s?-|\(?MORE\)?|E ?N ?D ?S?|xxx)\W*$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EndMark();

    // The times of a live blog's entries.
    private static readonly TieredRegex TimeAlone = LanguagePattern.Tiered(
        "page-links/time-alone",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    // "News › World › Europe".
    [GeneratedRegex(
        @"^(?:[\p{L}&'’.-]+(?: [\p{L}&'’.-]+){0,3}\s*[›»>→]\s*){1,5}[\p{L}&'’.-]+(?: [\p{L}&'’.-]+){0,7}$",
        RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex Breadcrumbs();

    private static readonly TieredRegex AnyCaseLink = LanguagePattern.Tiered(
        "page-links/links",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    [GeneratedRegex(
        @"^\W*(?:READ|RELATED|LISTEN|PHOTOS|GALLERY|EXPLAINED|OPINION|SUBSCRIBE)(?: [A-Z]+)?\s?[:|»]\s?\S",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex CapitalLink();
}
