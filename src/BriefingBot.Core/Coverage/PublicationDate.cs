using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Core.Coverage;

/// <summary>
/// A date as an outlet prints it: a day, perhaps a time of day, rarely an offset. Nothing is added that the source does not say;
/// written as ISO 8601 (<c>2024-02-23</c>, <c>2024-02-23T13:25</c>, <c>2024-02-23T13:25+09:00</c>).
/// </summary>
/// <param name="Day">The day at the outlet.</param>
/// <param name="Time">The time of day at the outlet, to the minute, or null.</param>
/// <param name="Offset">The outlet's offset from UTC, or null when the source does not say.</param>
public readonly record struct PublicationDate(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null) : IComparable<PublicationDate>
{
    private static readonly string[] LocalFormats =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not an ISO 8601 date.</exception>
    public static PublicationDate Parse(string text) =>
        TryParse(text, out var date)
            ? date
            : throw new FormatException($"'{text}' is not a date such as 2024-02-23 or 2024-02-23T13:25+09:00.");

    /// <summary>Reads ISO 8601 dates, with or without time and offset; seconds are dropped.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PublicationDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = new PublicationDate(day);
            return true;
        }

        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            date = new PublicationDate(DateOnly.FromDateTime(local), new TimeOnly(local.Hour, local.Minute));
            return true;
        }

        if (
            text.Length > 16
            && text[4] == '-'
            && text[10] is 'T' or ' '
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        )
        {
            date = new PublicationDate(DateOnly.FromDateTime(moment.DateTime), new TimeOnly(moment.Hour, moment.Minute), moment.Offset);
            return true;
        }

        return false;
    }

    /// <summary>
    /// The moment in minutes since the beginning of year 1, UTC where the offset is known; a day without a time is its first minute.
    /// </summary>
    public long SortMinute =>
        (Day.DayNumber * 1440L) + (Time is { } time ? (time.Hour * 60) + time.Minute - (long)(Offset ?? TimeSpan.Zero).TotalMinutes : 0);

    /// <summary>Earlier moments first, offsets weighed; a day without a time comes before the same day with one.</summary>
    public int CompareTo(PublicationDate other)
    {
        int moments = SortMinute.CompareTo(other.SortMinute);
        int days = moments != 0 ? moments : Day.CompareTo(other.Day);
        return days != 0 ? days : Nullable.Compare(Time, other.Time);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string text = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is { } time)
        {
            text += time.ToString("'T'HH:mm", CultureInfo.InvariantCulture);
            if (Offset is { } offset)
            {
                text +=
                    offset == TimeSpan.Zero
                        ? "Z"
                        : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
            }
        }

        return text;
    }

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator <(PublicationDate left, PublicationDate right) => left.CompareTo(right) < 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator <=(PublicationDate left, PublicationDate right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator >(PublicationDate left, PublicationDate right) => left.CompareTo(right) > 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator >=(PublicationDate left, PublicationDate right) => left.CompareTo(right) >= 0;
}
