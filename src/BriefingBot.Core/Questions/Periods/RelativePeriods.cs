using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Questions.Periods;

/// <summary>
/// Periods that are counted from the day of asking: "last week", "two days ago", "on Friday", "the last 24 hours". Weeks start on Monday.
/// Rules for English; stateless.
/// </summary>
internal static class RelativePeriods
{
    /// <summary>The first period of that kind, or null.</summary>
    public static TimeExpression? Parse(string question, DateOnly asOf) =>
        ParsePast(question, asOf) ?? ParseAgo(question, asOf) ?? ParseCalendar(question, asOf) ?? ParseWeekday(question, asOf);

    private static TimeExpression? ParsePast(string question, DateOnly asOf)
    {
        if (Past.Match(question) is not { Success: true } past)
        {
            return null;
        }

        int count = past.Groups["n"].Success ? Count(past.Groups["n"].Value) : 1;
        var from = past.Groups["u"].Value.ToLowerInvariant() switch
        {
            "hour" => asOf.AddDays(-(count + 23) / 24),
            "day" => asOf.AddDays(-count),
            "week" => asOf.AddDays(-7 * count),
            "month" => asOf.AddMonths(-count),
            _ => asOf.AddYears(-count),
        };
        return new TimeExpression(new TimeWindow(from, asOf), past.Index, past.Length, IsLoose: false, IsRelative: true);
    }

    private static TimeExpression? ParseAgo(string question, DateOnly asOf)
    {
        if (Ago.Match(question) is not { Success: true } ago)
        {
            return null;
        }

        int count = Count(ago.Groups["n"].Value);
        TimeWindow window = ago.Groups["u"].Value.ToLowerInvariant() switch
        {
            "hour" => new(asOf.AddDays(-(count + 23) / 24), asOf),
            "day" => Day(asOf.AddDays(-count)),
            "week" => WeekOf(asOf.AddDays(-7 * count)),
            "month" => MonthOf(asOf.AddMonths(-count)),
            _ => new(new(asOf.Year - count, 1, 1), new(asOf.Year - count, 12, 31)),
        };
        return new TimeExpression(window, ago.Index, ago.Length, IsLoose: false, IsRelative: true);
    }

    private static TimeExpression? ParseCalendar(string question, DateOnly asOf)
    {
        if (Calendar.Match(question) is not { Success: true } match)
        {
            return null;
        }

        string unit = match.Groups["u"].Value.ToLowerInvariant();
        bool last = match.Groups["w"].Value.ToLowerInvariant() is "last" or "previous";
        var saturday = asOf.AddDays(-(((int)asOf.DayOfWeek + 1) % 7));
        bool inWeekend = asOf.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        TimeWindow window = (unit, match.Value.ToLowerInvariant()) switch
        {
            ("week", _) => last ? WeekOf(asOf.AddDays(-7)) : new(WeekOf(asOf).From, asOf),
            ("weekend", _) => last && inWeekend
                ? new(saturday.AddDays(-7), saturday.AddDays(-6))
                : new(saturday, inWeekend ? asOf : saturday.AddDays(1)),
            ("month", _) => last ? MonthOf(asOf.AddMonths(-1)) : new(MonthOf(asOf).From, asOf),
            ("year", _) => last ? new(new(asOf.Year - 1, 1, 1), new(asOf.Year - 1, 12, 31)) : new(new(asOf.Year, 1, 1), asOf),
            ("night", _) when last => new(asOf.AddDays(-1), asOf),
            (_, "the day before yesterday") => Day(asOf.AddDays(-2)),
            (_, "yesterday") => Day(asOf.AddDays(-1)),
            _ => Day(asOf),
        };
        bool loose = !last && unit != "weekend" && !match.Value.EndsWith("yesterday", StringComparison.OrdinalIgnoreCase);
        return new TimeExpression(window, match.Index, match.Length, loose, IsRelative: true);
    }

    /// <summary>
    /// A weekday is the latest one that has begun. "Last Friday" asks for a time; "on Friday" may only repeat what a report says of its own
    /// week.
    /// </summary>
    private static TimeExpression? ParseWeekday(string question, DateOnly asOf)
    {
        if (Weekday.Match(question) is not { Success: true } match)
        {
            return null;
        }

        var wanted = Enum.Parse<DayOfWeek>(match.Groups["d"].Value, ignoreCase: true);
        bool last = match.Groups["w"].Value.Equals("last", StringComparison.OrdinalIgnoreCase);
        int back = ((int)asOf.DayOfWeek - (int)wanted + 7) % 7;
        var day = asOf.AddDays(-(last && back == 0 ? 7 : back));
        bool since = match.Groups["w"].Value.Equals("since", StringComparison.OrdinalIgnoreCase);
        return new TimeExpression(
            since ? new TimeWindow(day, asOf) : Day(day),
            match.Index,
            match.Length,
            !last && !since,
            IsRelative: true
        );
    }

    private static TimeWindow Day(DateOnly day) => new(day, day);

    private static TimeWindow WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new TimeWindow(monday, monday.AddDays(6));
    }

    private static TimeWindow MonthOf(DateOnly day) =>
        new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static int Count(string text) =>
        text.ToLowerInvariant() switch
        {
            "a" or "an" or "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            "few" or "a few" => 3,
            "couple" or "couple of" or "a couple of" => 2,
            var digits => Math.Clamp(int.Parse(digits, CultureInfo.InvariantCulture), 1, 1000),
        };

    private static readonly Regex Past = LanguagePattern.Interpreted(
        "question-phrases/past-period",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex Ago = LanguagePattern.Interpreted(
        "question-phrases/ago",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex Calendar = LanguagePattern.Interpreted(
        "question-phrases/calendar-period",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex Weekday = LanguagePattern.Interpreted(
        "question-phrases/weekday-period",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );
}
