using System.Globalization;

namespace BriefingBot.Core.Coverage;

/// <summary>Dates as people read them.</summary>
public static class ReadableDate
{
    /// <summary>What stands where an article has no date.</summary>
    public const string Undated = "undated";

    /// <summary><c>June 21, 2024</c>, with the time and the offset when the source gives them; <see cref="Undated"/> for null.</summary>
    public static string Of(PublicationDate? published)
    {
        if (published is not { } date)
        {
            return Undated;
        }

        string text = Of(date.Day);
        if (date.Time is { } time)
        {
            text += time.ToString("', 'HH:mm", CultureInfo.InvariantCulture);
        }

        return date.Offset switch
        {
            null => text,
            { Ticks: 0 } => text + " UTC",
            { } offset => text + (offset < TimeSpan.Zero ? " UTC-" : " UTC+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture),
        };
    }

    /// <summary><c>June 21, 2024</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>June 21, 2024, 13:25 UTC</c>.</summary>
    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("MMMM d, yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Where a date was read, in words that follow "date from".</summary>
    public static string Of(DateOrigin origin) =>
        origin switch
        {
            DateOrigin.None => "no date in the source",
            DateOrigin.FrontMatter => "the front matter",
            DateOrigin.Manifest => "the coverage manifest",
            DateOrigin.Feed => "the feed",
            DateOrigin.Json => "the JSON record",
            DateOrigin.HtmlMetadata => "the page's metadata",
            DateOrigin.BylineLine => "the date line",
            DateOrigin.FileName => "the file name",
            DateOrigin.Mail => "the header of the email",
            _ => origin.ToString(),
        };
}
