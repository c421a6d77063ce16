using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Intake;

/// <summary>Dates of numbers, read in the order of their source.</summary>
internal static partial class NumericDate
{
    /// <summary>
    /// The date in the form that cannot be read two ways, with whatever stands behind it; as it was when it is none of numbers, or of no
    /// known order.
    /// </summary>
    public static string? Order(string? text, DateOrder order)
    {
        if (text is null || order == DateOrder.Unknown || Pattern().Match(text) is not { Success: true } match)
        {
            return text;
        }

        int first = Number(match, "first");
        int second = Number(match, "second");
        int year = Number(match, "year");
        var (day, month) = order == DateOrder.DayFirst ? (first, second) : (second, first);
        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}{text[match.Length..]}")
            : text;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\s*(?<first>\d{1,2})[./-](?<second>\d{1,2})[./-](?<year>\d{4})\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Pattern();
}
