using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Other years, months and days of the week; never those that the day of publication would bear out.</summary>
internal static partial class DateFalsifier
{
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];
    private static readonly string[] Weekdays = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    public static string? Apply(string claim, CitedEvidence evidence, Random dice)
    {
        foreach (Match match in SpanReplacement.UnquotedFirst(claim, Dates.Matches(claim)))
        {
            IEnumerable<string> others = match.Value switch
            {
                { Length: 4 } year when char.IsAsciiDigit(year[0]) => Years(int.Parse(year, CultureInfo.InvariantCulture)),
                { } weekday when Weekdays.Contains(weekday, StringComparer.Ordinal) => Weekdays.Where(day =>
                    !evidence.Days.Any(published => IsNear(published, day))
                ),
                _ => Months.Where(month => !evidence.Days.Any(published => Months[published.Month - 1] == month)),
            };
            string[] free = [.. others.Where(other => !evidence.Has(other.Length == 4 ? other : other[..3]))];
            if (free.Length > 0)
            {
                return SpanReplacement.Replace(claim, match, free[dice.Next(free.Length)]);
            }
        }

        return null;
    }

    private static IEnumerable<string> Years(int year) =>
        ((int[])[-7, -4, -3, 3, 5, 8]).Select(step => (year + step).ToString(CultureInfo.InvariantCulture));

    private static bool IsNear(DateOnly published, string weekday) =>
        Enumerable.Range(-2, 4).Any(step => Weekdays[(int)published.AddDays(step).DayOfWeek] == weekday);

    [GeneratedRegex(
        @"\b(?:(?:19|20)\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
            + @"January|February|March(?= \d)|April|May(?= \d)|June|July|August|September|October|November|December)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Dates { get; }
}
