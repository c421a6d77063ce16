using System.Globalization;
using Cronos;

namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>
/// Reads when a briefing comes, in words or as a cron expression: <c>weekdays 8:30</c>, <c>mon, thu at 9am</c>, <c>hourly</c>, <c>30 8 * *
/// 1-5</c>.
/// </summary>
public static class ScheduleWords
{
    /// <summary>How it is said.</summary>
    public const string Examples = "weekdays 8:30, daily 7:00, hourly, mondays 9:00, or a cron expression such as 30 8 * * 1-5";

    private const int CronFields = 5;
    private const string Hourly = "0 * * * *";
    private static readonly DayOfWeek[] Days = Enum.GetValues<DayOfWeek>();
    private static readonly string[] ClockFormats = ["H:mm", "HH:mm", "%H", "HH"];
    private static readonly string[] HalfDayFormats = ["h:mmtt", "htt"];

    /// <summary>The cron expression that it says; null when it says none.</summary>
    public static string? Read(string text)
    {
        string[] words = text.Split([' ', '\t', ',', '`', '"'], StringSplitOptions.RemoveEmptyEntries);
        string[] cron = text.Split([' ', '\t', '`', '"'], StringSplitOptions.RemoveEmptyEntries);
        string expression = string.Join(' ', cron);
        return words is [var only] && only.Equals("hourly", StringComparison.OrdinalIgnoreCase)
            ? Hourly
            : ReadDays(words)
                ?? (cron.Length == CronFields && CronExpression.TryParse(expression, CronFormat.Standard, out _) ? expression : null);
    }

    private static string? ReadDays(string[] words)
    {
        // "8:30 am" is one time.
        int ends = words.Length > 1 && words[^1].ToUpperInvariant() is "AM" or "PM" ? 2 : 1;
        if (words.Length <= ends || !TryReadTime(string.Concat(words[^ends..]), out var time))
        {
            return null;
        }

        string[] said = [.. words[..^ends].Where(static word => word.ToUpperInvariant() is not ("AT" or "AND" or "ON" or "EVERY"))];
        SortedSet<int> days = [];
        foreach (string word in said)
        {
            if (DaysOf(word) is not { } named)
            {
                return null;
            }

            days.UnionWith(named);
        }

        bool isAll = days.Count == Days.Length;
        return days.Count == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * {(isAll ? "*" : string.Join(',', days))}");
    }

    private static int[]? DaysOf(string word) =>
        word.ToUpperInvariant() switch
        {
            "DAILY" or "DAY" or "DAYS" => [0, 1, 2, 3, 4, 5, 6],
            "WEEKDAYS" or "WEEKDAY" => [1, 2, 3, 4, 5],
            "WEEKENDS" or "WEEKEND" => [0, 6],
            var day => Days.Where(known => IsDay(known.ToString().ToUpperInvariant(), day)).Select(static known => (int)known).ToArray()
                is { Length: 1 } one
                ? one
                : null,
        };

    /// <summary>The day, its first three letters or more, in one or many.</summary>
    private static bool IsDay(string day, string typed) =>
        typed == day + "S" || (typed.Length >= 3 && day.StartsWith(typed, StringComparison.Ordinal));

    private static bool TryReadTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ClockFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
        || TimeOnly.TryParseExact(text.ToUpperInvariant(), HalfDayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
