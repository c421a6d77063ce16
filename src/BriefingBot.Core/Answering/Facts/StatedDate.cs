namespace BriefingBot.Core.Answering.Facts;

/// <summary>A date or time as a sentence states it: the parts that it names.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">The day of the month.</param>
/// <param name="Weekday">The day of the week.</param>
/// <param name="Phrase">In lower case without blanks, what is none of these: "yesterday", "lastweek", "1990s", "4:30pm".</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">One past its last.</param>
internal sealed record StatedDate(int? Year, int? Month, int? Day, DayOfWeek? Weekday, string? Phrase, int Start, int End)
{
    /// <summary>Are the same parts named with the same values?</summary>
    public bool Names(StatedDate other) =>
        Year == other.Year && Month == other.Month && Day == other.Day && Weekday == other.Weekday && Phrase == other.Phrase;

    /// <summary>Is it of the kind that could stand in the other's place: a weekday for a weekday, a month for a month?</summary>
    public bool IsLike(StatedDate other) =>
        Weekday.HasValue == other.Weekday.HasValue
        && Month.HasValue == other.Month.HasValue
        && Day.HasValue == other.Day.HasValue
        && (Phrase is null) == (other.Phrase is null);
}
