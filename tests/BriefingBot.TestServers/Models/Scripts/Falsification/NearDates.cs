using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Dates that are nearly right, and neither in the passage nor next to its day of publication.</summary>
internal static partial class NearDates
{
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];
    private static readonly string[] Weekdays = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    public static string? Apply(string claim, NearMiss kind, CitedEvidence evidence, Random dice)
    {
        int step = dice.Next(2) == 0 ? 1 : -1;
        Regex what = kind switch
        {
            NearMiss.DayOffByOne => Day,
            NearMiss.MonthOff => Month,
            NearMiss.YearOffByOne => Year,
            _ => Weekday,
        };
        foreach (Match match in SpanReplacement.UnquotedFirst(claim, what.Matches(claim)))
        {
            string[] others = kind switch
            {
                NearMiss.DayOffByOne => Steps(match.Value, step, 1, 28),
                NearMiss.YearOffByOne => Steps(match.Value, step, 1500, 2099),
                NearMiss.MonthOff =>
                [
                    Months[
                        (Array.FindIndex(Months, month => match.Value.StartsWith(month[..3], StringComparison.Ordinal)) + step + 12) % 12
                    ],
                ],
                _ => [Weekdays[(Array.IndexOf(Weekdays, match.Value) + step + 7) % 7]],
            };
            if (others.FirstOrDefault(other => IsFree(other, kind, match, claim, evidence)) is { } free)
            {
                return SpanReplacement.Replace(claim, match, free);
            }
        }

        return null;
    }

    private static bool IsFree(string other, NearMiss kind, Match match, string claim, CitedEvidence evidence) =>
        kind switch
        {
            NearMiss.DayOffByOne => !evidence.Has($"{claim[..match.Index].TrimEnd().Split(' ')[^1]} {other}")
                && !evidence.Days.Any(day => day.Day.ToString(CultureInfo.InvariantCulture) == other),
            NearMiss.MonthOff => !evidence.Has(other[..3]) && !evidence.Days.Any(day => Months[day.Month - 1] == other),
            NearMiss.YearOffByOne => !evidence.Has(other)
                && !evidence.Days.Any(day => day.Year.ToString(CultureInfo.InvariantCulture) == other)
                && !RelativeYear.IsMatch(evidence.Text),
            _ => !evidence.Has(other)
                && !evidence.Days.Any(day => Math.Abs(Array.IndexOf(Weekdays, other) - (int)day.DayOfWeek) is 0 or 1 or 6),
        };

    private static string[] Steps(string value, int step, int least, int most) =>
        [
            .. new[] { int.Parse(value, CultureInfo.InvariantCulture) + step, int.Parse(value, CultureInfo.InvariantCulture) - step }
                .Where(number => number >= least && number <= most)
                .Select(static number => number.ToString(CultureInfo.InvariantCulture)),
        ];

    [GeneratedRegex(
        @"(?<=\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) )\d{1,2}(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Day { get; }

    [GeneratedRegex(
        @"\b(?:(?:January|February|April|June|July|August|September|October|November|December)\b|(?:March|May)(?= \d)|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Month { get; }

    [GeneratedRegex(@"(?<![\w$€£.,])(?:19|20)\d\d(?![\w,-])", RegexOptions.CultureInvariant)]
    private static partial Regex Year { get; }

    [GeneratedRegex(@"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday { get; }

    [GeneratedRegex(@"\b(?:last|next|previous) year\b", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeYear { get; }
}
