using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>
/// A publication date as one number that sorts as <see cref="PublicationDate.CompareTo"/> does: day * 1441, plus minute + 1 when there is a
/// time.
/// </summary>
internal static class PublicationOrder
{
    /// <summary>How many numbers a day has.</summary>
    public const int PlacesADay = 1441;

    /// <summary>The number of a date.</summary>
    public static long Of(PublicationDate date) => FirstOf(date.Day) + (date.Time is { } time ? (time.Hour * 60) + time.Minute + 1 : 0);

    /// <summary>The least number of a day.</summary>
    public static long FirstOf(DateOnly day) => (long)day.DayNumber * PlacesADay;

    /// <summary>The greatest number of a day.</summary>
    public static long LastOf(DateOnly day) => FirstOf(day) + PlacesADay - 1;

    /// <summary>The day number that a number belongs to.</summary>
    public static int Day(long order) => (int)(order / PlacesADay);
}
