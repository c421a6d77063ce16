using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>
/// The place, and perhaps the agency, that open a lead: "SEOUL, South Korea (AP) — ", "Washington: ", "London (CNN) ", "CNN — ".
/// </summary>
/// <param name="Place">The place as printed; null for an agency alone.</param>
/// <param name="Outlet">The agency as printed.</param>
/// <param name="Length">How many UTF-16 units of the paragraph it takes, separator and blank included.</param>
internal sealed partial record Dateline(string? Place, string? Outlet, int Length)
{
    /// <summary>The full date that stands in it ("PORT ELLERY, Feb. 23, 2024 /PRNewswire/ --").</summary>
    public PublicationDate? Date { get; init; }

    // What follows must be running text: "Review: A fine film" is a headline.
    private const int FewestWordsAfterColon = 8;

    private const int LongestOpening = 160;

    /// <summary>Reads the opening of the first paragraph of running text; null when it has none.</summary>
    public static Dateline? Read(string paragraph)
    {
        var match = Opening.Match(paragraph.Length <= LongestOpening ? paragraph : paragraph[..LongestOpening]);
        if (!match.Success)
        {
            return null;
        }

        string? place = match.Groups["place"] is { Success: true } found ? found.Value.Trim(' ', ',') : null;
        string? agency = match.Groups["agency"] is { Success: true } name ? name.Value.Trim() : null;
        if (place is { } signed && agency is null)
        {
            // "Hong Kong CNN — ": agency and place without brackets.
            (place, agency) = KnownOutlets.Contains(signed) ? (null, signed) : KnownOutlets.SplitAtEnd(signed);
        }

        if (place is not null && NoPlace.IsMatch(place))
        {
            return null;
        }

        bool dash = match.Groups["dash"].Success;
        if (agency is not null && !dash && !KnownOutlets.Contains(agency))
        {
            return null;
        }

        string after = paragraph[match.Length..];
        if (match.Groups["colon"].Success && (after.Count(' '.Equals) + 1 < FewestWordsAfterColon || after[^1] is not ('.' or '”' or '"')))
        {
            return null;
        }

        // "LONDON — " may be in capitals only; "Trump — who" and "Update - " are not places.
        return
            agency is null
            && dash
            && place is not null
            && place.Any(char.IsLower)
            && !place.Contains(',', StringComparison.Ordinal)
            && !RunningText().IsMatch(after)
            ? null
            : new Dateline(place, agency, match.Length) { Date = DateIn(paragraph[..match.Length]) };
    }

    private static PublicationDate? DateIn(string opening) =>
        DateText.FindAll(opening).Take(2).ToArray() is [var only] ? new PublicationDate(only.Day) : null;

    /// <summary>Is the whole line a dateline whose sentence follows in the next paragraph ("CNN —")?</summary>
    public static bool StandsAlone(string line) => line.Length <= 60 && Alone.IsMatch(line);

    private static readonly TieredRegex Opening = LanguagePattern.Tiered(
        "datelines/opening",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly TieredRegex NoPlace = LanguagePattern.Tiered(
        "datelines/no-places",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex(@"^[“""‘]?\p{Lu}.{40,}", RegexOptions.CultureInvariant | RegexOptions.Singleline, 10_000)]
    private static partial Regex RunningText();

    private static readonly TieredRegex Alone = LanguagePattern.Tiered("datelines/alone", RegexOptions.CultureInvariant);
}
