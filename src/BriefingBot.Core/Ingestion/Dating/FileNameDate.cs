using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// Reads the date that begins a file's name in the forms <c>2024-02-23-slug</c> and <c>20240223_slug</c>. A number that goes on is a hash,
/// not a date.
/// </summary>
internal static partial class FileNameDate
{
    /// <summary>The date, or null. <paramref name="path"/> may hold folders.</summary>
    public static PublicationDate? Read(string path)
    {
        var match = Leading().Match(path[(path.LastIndexOf('/') + 1)..]);
        return match.Success && DateText.Day(Number(match, "year"), Number(match, "month"), Number(match, "day")) is { } day
            ? new PublicationDate(day)
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>(?:19|20)\d\d)(?<sep>[-_.]?)(?<month>\d\d)\k<sep>(?<day>\d\d)(?:[-_. ]\D|\.\w+$|[-_]?$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex Leading();
}
