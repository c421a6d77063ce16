using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>Reads the date in a field of a record, front matter or manifest: ISO 8601, or any full date that <see cref="DateText"/> knows.</summary>
internal static class FieldDate
{
    private const int Longest = 80;

    /// <summary>The date, or null when the field holds none, or more than one.</summary>
    public static PublicationDate? Read(string field)
    {
        field = field.Trim();
        if (PublicationDate.TryParse(field, out var date))
        {
            return date;
        }

        if (field.Length > Longest || DateText.FindAll(field).Take(2).ToArray() is not [var found])
        {
            return null;
        }

        string rest = field.Remove(found.Span.Start, found.Span.Length);
        return TimeText.Find(rest) is { } time ? new PublicationDate(found.Day, time.Time, time.Offset) : new PublicationDate(found.Day);
    }
}
