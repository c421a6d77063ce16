using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>
/// Reads dates as English news writes them: "Feb. 23, 2024", "23 February", "June 2024", "2019", "Thursday", "2024-02-23", "last week",
/// "4:30 p.m.". "May" and "March" are months only where a date can stand. Stateless.
/// </summary>
internal static partial class DateReader
{
    private const string Month =
        @"(?<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\p{L})";

    private const string Day = @"(?<day>[0-3]?\d)(?:st|nd|rd|th)?";

    private const string Year = @"(?<year>1[5-9]\d\d|20\d\d)(?![\d%]|[,.]\d)";

    private const string Hour = @"(?<hour>[01]?\d|2[0-3])";

    // What makes a year a count: "2,000" has its comma, but "1500 people" has none.
    private const string NoCount =
        @"(?!\s(?:people|soldiers|troops|percent|miles|km|meters|metres|feet|hours|jobs|members|workers|homes|dollars|euros|pounds)\b)";

    /// <summary>The dates of the text in order; they do not overlap.</summary>
    public static IReadOnlyList<StatedDate> Read(string text) => [.. Dates().Matches(text).Select(Read).OfType<StatedDate>()];

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

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(
        $@"\b{Month}\s?{Day}(?!\d|[.,]\d|%|:)(?:,?\s{Year})?"
            + $@"|(?<![\d.,$€£-]){Day}(?:\sof)?[\s-]{Month}(?:,?[\s-]{Year})?"
            + $@"|\b{Month},?\s(?:of\s)?{Year}"
            + @"|(?<![\d/.-])(?<year>(?:1[5-9]|20)\d\d)[-/.](?<monthnumber>[01]?\d)[-/.](?<day>[0-3]?\d)(?![\d/-])"
            + @"|(?<![\d/.-])(?<first>[0-3]?\d)[/.-](?<second>[0-3]?\d)[/.-](?<year>(?:1[5-9]|20)\d\d)(?![\d/-])"
            + @"|\b(?<month>January|February|April|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)(?![\p{L}’'])"
            + @"|(?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|[Tt]hrough|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Ee]very|[Bb]efore|[Aa]fter|[Dd]uring|[Bb]etween)\s|[Mm]id-)(?<month>March|May)(?![\p{L}’'])"
            + @"|\b(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?=s?\b)"
            + @"|(?<phrase>(?<![\w])(?:(?:1[5-9]|20)\d0s|['’]\d0s))\b"
            + $@"|(?<![\w$€£¥₩.,:/#-]){Year}{NoCount}(?![\p{{L}}])"
            + $@"|(?<![\d.,:$€£]){Hour}(?::(?<minute>[0-5]\d))?\s?(?<half>[AaPp])\.?\s?[Mm]\b\.?"
            + $@"|(?<![\d.,:$€£]){Hour}:(?<minute>[0-5]\d)(?![\d:])"
            + @"|(?<phrase>\b(?i:yesterday|today|tomorrow|tonight|(?:last|next|this|past)\s(?:week|month|year|night|weekend|decade|century|spring|summer|fall|autumn|winter)))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dates();
}
