using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// Finds the days, months and years that a passage names. Days without a year and weekdays are read against the day of publication: the
/// nearest such day up to 30 days after it, and the latest such weekday up to it. In an undated article they name nothing.
/// </summary>
internal static class PeriodFinder
{
    private const int DaysAhead = 30;

    /// <summary>The periods, each once, in the order of the text.</summary>
    public static IReadOnlyList<TimeWindow> Find(string text, DateOnly? published)
    {
        var windows = new List<TimeWindow>();
        foreach (var (_, day) in DateText.FindAll(text))
        {
            Add(windows, new TimeWindow(day, day));
        }

        foreach (Match match in Parts.Matches(text))
        {
            if (Read(match, published) is { } window)
            {
                Add(windows, window);
            }
        }

        return windows;
    }

    private static TimeWindow? Read(Match match, DateOnly? published)
    {
        if (match.Groups["monthyear"].Success)
        {
            return DateText.Day(Number(match, "monthyear"), DateText.MonthNumber(match.Groups["month"].Value), 1) is { } first
                ? new TimeWindow(first, first.AddMonths(1).AddDays(-1))
                : null;
        }

        if (match.Groups["year"].Success)
        {
            int year = Number(match, "year");
            return new TimeWindow(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }

        if (published is not { } day)
        {
            return null;
        }

        if (match.Groups["weekday"].Success)
        {
            int back = ((int)day.DayOfWeek - (int)Enum.Parse<DayOfWeek>(match.Groups["weekday"].Value) + 7) % 7;
            return Single(day.AddDays(-back));
        }

        return NearestDay(DateText.MonthNumber(match.Groups["month"].Value), Number(match, "day"), day);
    }

    private static TimeWindow? NearestDay(int month, int dayOfMonth, DateOnly published)
    {
        var limit = published.AddDays(DaysAhead);
        for (int year = limit.Year; year >= limit.Year - 4; year--)
        {
            if (DateText.Day(year, month, dayOfMonth) is { } day && day <= limit)
            {
                return Single(day);
            }
        }

        return null;
    }

    private static TimeWindow Single(DateOnly day) => new(day, day);

    private static void Add(List<TimeWindow> windows, TimeWindow window)
    {
        if (!windows.Contains(window))
        {
            windows.Add(window);
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // Capitals matter here: "may 5" and "march 10" are no dates. A day that a year follows was found as a full date.
    private static readonly TieredRegex Parts = LanguagePattern.Tiered(
        "dates/parts-of-dates",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );
}
