using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// Reads full dates as English news prints them: "Feb. 23, 2024", "23 February 2024", "2024-02-23", "23/02/2024". Days that do not exist
/// and numeric orders that could be read both ways (03/04/2023) are no dates.
/// </summary>
internal static class DateText
{
    /// <summary>How long one match may take; the texts are bounded, the patterns without nested repetition.</summary>
    public const int TimeoutMilliseconds = 10_000;

    /// <summary>All full dates with their places, in order.</summary>
    public static IEnumerable<(TextSpan Span, DateOnly Day)> FindAll(string text)
    {
        var found = new List<(TextSpan Span, DateOnly Day)>();
        foreach (Match match in FullDate.Matches(text))
        {
            if (DayOf(match) is { } day)
            {
                found.Add((new TextSpan(match.Index, match.Index + match.Length), day));
            }
        }

        int own = found.Count;
        foreach (var date in ForeignMonths.FindAll(text))
        {
            if (!found.Take(own).Any(known => known.Span.Start < date.Span.End && date.Span.Start < known.Span.End))
            {
                found.Add(date);
            }
        }

        return found.Count == own ? found : found.OrderBy(date => date.Span.Start);
    }

    /// <summary>1 for "Jan." to 12 for "December".</summary>
    public static int MonthNumber(string name) =>
        name[..3].ToUpperInvariant() switch
        {
            "JAN" => 1,
            "FEB" => 2,
            "MAR" => 3,
            "APR" => 4,
            "MAY" => 5,
            "JUN" => 6,
            "JUL" => 7,
            "AUG" => 8,
            "SEP" => 9,
            "OCT" => 10,
            "NOV" => 11,
            _ => 12,
        };

    /// <summary>The day, or null when there is no such day.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static DateOnly? DayOf(Match match)
    {
        if (match.Groups["month"].Success)
        {
            return Day(Number(match, "year"), MonthNumber(match.Groups["month"].Value), Number(match, "day"));
        }

        if (match.Groups["iso"].Success)
        {
            return Day(Number(match, "iso"), Number(match, "isomonth"), Number(match, "isoday"));
        }

        var (first, second, year) = (Number(match, "first"), Number(match, "second"), Number(match, "numeric"));
        return (first > 12, second > 12) switch
        {
            (true, false) => Day(year, second, first),
            (false, true) => Day(year, first, second),
            _ => first == second ? Day(year, first, second) : null,
        };
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly TieredRegex FullDate = LanguagePattern.Tiered(
        "dates/full-date",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    );
}
