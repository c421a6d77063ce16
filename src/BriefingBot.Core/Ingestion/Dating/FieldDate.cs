using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// Reads the date in a field of a record, front matter or manifest: ISO 8601, or any full date that <see cref="DateText"/> knows.
/// </summary>
internal static partial class FieldDate
{
    private const int Longest = 80;

    private const long FirstSecond = 631152000;
    private const long LastSecond = 4102444800;

    /// <summary>The date, or null when the field holds none, or more than one.</summary>
    public static PublicationDate? Read(string field)
    {
        field = field.Trim().Trim('"', '\'');
        if (PublicationDate.TryParse(field, out var date))
        {
            return date;
        }

        if (field.Length > Longest || field.Length == 0)
        {
            return null;
        }

        if (char.IsAsciiDigit(field[0]) && (ReadEpoch(field) ?? ReadCompact(field)) is { } numeric)
        {
            return numeric;
        }

        if (DateText.FindAll(field).Take(2).ToArray() is not [var found])
        {
            return null;
        }

        string rest = field.Remove(found.Span.Start, found.Span.Length);
        return TimeText.Find(rest) is { } time ? new PublicationDate(found.Day, time.Time, time.Offset) : new PublicationDate(found.Day);
    }

    // Seconds or milliseconds since 1970, of this time only: 1990 to 2100.
    private static PublicationDate? ReadEpoch(string field)
    {
        string whole = field.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? field[..dot] : field;
        if (whole.Length is < 9 or > 13 || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return null;
        }

        long seconds = whole.Length > 11 ? number / 1000 : number;
        if (seconds is < FirstSecond or > LastSecond)
        {
            return null;
        }

        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return new PublicationDate(DateOnly.FromDateTime(moment.DateTime), new TimeOnly(moment.Hour, moment.Minute), TimeSpan.Zero);
    }

    // 20240223, 20240223T132500Z, 20240223132500.
    private static PublicationDate? ReadCompact(string field)
    {
        var match = Compact().Match(field);
        if (!match.Success || DateText.Day(Number("year"), Number("month"), Number("day")) is not { } day)
        {
            return null;
        }

        if (!match.Groups["hour"].Success)
        {
            return new PublicationDate(day);
        }

        bool utc = match.Groups["utc"].Success;
        return Number("hour") < 24 && Number("minute") < 60
            ? new PublicationDate(day, new TimeOnly(Number("hour"), Number("minute")), utc ? TimeSpan.Zero : null)
            : null;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^(?<year>(19|20)\d\d)(?<month>\d\d)(?<day>\d\d)([T ]?(?<hour>\d\d)(?<minute>\d\d)(\d\d)?(?<utc>Z|\+00:?00)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Compact();
}
