using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>
/// Reads dates as English news writes them: "Feb. 23, 2024", "23 February", "June 2024", "2019", "Thursday", "2024-02-23", "last week",
/// "4:30 p.m.". "May" and "March" are months only where a date can stand. Stateless.
/// </summary>
internal static partial class DateReader
{
    /// <summary>The dates of the text in order; they do not overlap.</summary>
    public static IReadOnlyList<StatedDate> Read(string text) => [.. Dates.Matches(text).Select(Read).OfType<StatedDate>()];

    /// <summary>1 for "Jan." to 12 for "December".</summary>
    private static int MonthNumber(string name) =>
        Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
            month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)
        ) + 1;

    private static StatedDate? Read(Match match)
    {
        int start = match.Index;
        int end = match.Index + match.Length;
        if (match.Groups["phrase"] is { Success: true } phrase)
        {
            return new StatedDate(
                null,
                null,
                null,
                null,
                Blanks().Replace(phrase.Value, "").ToLowerInvariant().Replace("past", "last", StringComparison.Ordinal),
                start,
                end
            );
        }

        if (match.Groups["hour"] is { Success: true } hour)
        {
            string minute = match.Groups["minute"].Value is { Length: > 0 } minutes and not "00" ? ":" + minutes : "";
            string half = match.Groups["half"] is { Success: true } ap ? ap.Value.ToLowerInvariant() + "m" : "";
            return new StatedDate(null, null, null, null, $"{hour.Value.TrimStart('0')}{minute}{half}", start, end);
        }

        if (match.Groups["weekday"] is { Success: true } weekday)
        {
            return new StatedDate(null, null, null, Enum.Parse<DayOfWeek>(weekday.Value), null, start, end);
        }

        int? year = Number(match, "year");
        int? month = match.Groups["month"] is { Success: true } name ? MonthNumber(name.Value) : Number(match, "monthnumber");
        int? day = Number(match, "day");
        if (match.Groups["first"].Success)
        {
            int first = Number(match, "first")!.Value;
            int second = Number(match, "second")!.Value;
            (month, day) = first > 12 ? (second, first) : (first, second);
        }

        return month is > 12 or 0 || day is > 31 or 0 ? null : new StatedDate(year, month, day, null, null, start, end);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, 10_000)]
    private static partial Regex Blanks();

    private static readonly TieredRegex Dates = LanguagePattern.Tiered(
        "stated-dates/dates",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );
}
