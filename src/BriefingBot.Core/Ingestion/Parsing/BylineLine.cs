using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>
/// A line that only says who wrote an article, for whom, and when: "Feb. 23, 2024 - 13:25 By Lee Jung-joo", "Updated March 4, 2023".
/// </summary>
/// <param name="Byline">The authors as printed, without "By".</param>
/// <param name="Outlet">The outlet that the authors sign for.</param>
/// <param name="Published">The date without a label, or labelled as published.</param>
/// <param name="Updated">The date labelled as updated.</param>
/// <param name="Labelled">True when a date carries a label: such a line may also close an article.</param>
internal sealed partial record BylineLine(
    string? Byline,
    string? Outlet,
    PublicationDate? Published,
    PublicationDate? Updated,
    bool Labelled
)
{
    private const int Longest = 220;

    /// <summary>How much of the line says so; a button behind a labelled date does not.</summary>
    public static int LengthIn(string line) =>
        ReadWhole(line) is null && Stamp.Match(line) is { Success: true } stamp ? stamp.Length : line.Length;

    /// <summary>Reads a line; null when it says anything else.</summary>
    public static BylineLine? Read(string line)
    {
        if (line.Length is < 6 or > Longest || !MayBe().IsMatch(line))
        {
            return null;
        }

        return ReadWhole(line)
            ?? (
                Stamp.Match(line) is { Success: true } stamp && stamp.Length < line.Length
                    ? ReadWhole(line[..stamp.Length].TrimEnd())
                    : null
            );
    }

    private static BylineLine? ReadWhole(string line)
    {
        var dates = DateText.FindAll(line).ToArray();
        PublicationDate? published = null;
        PublicationDate? updated = null;
        string rest = "";
        string before = "";
        int from = 0;
        for (int i = 0; i < dates.Length; i++)
        {
            before += line[from..dates[i].Span.Start];
            int until = i + 1 < dates.Length ? dates[i + 1].Span.Start : line.Length;
            string after = line[dates[i].Span.End..until];
            int label = i + 1 < dates.Length && DateWords.UpdateLabel.Match(after) is { Success: true } match ? match.Index : after.Length;
            var time = TimeText.Find(after[..label]);
            if (time is { } found)
            {
                after = after.Remove(found.Span.Start, found.Span.Length).Insert(found.Span.Start, " | ");
            }
            else if ((time = TimeText.Find(before)) is { } earlier)
            {
                before = before.Remove(earlier.Span.Start, earlier.Span.Length);
            }

            var date = new PublicationDate(dates[i].Day, time?.Time, time?.Offset);
            if (DateWords.UpdateLabel.IsMatch(before))
            {
                updated ??= date;
            }
            else
            {
                published ??= date;
            }

            rest += before + " | ";
            before = i + 1 < dates.Length ? after : "";
            if (i + 1 == dates.Length)
            {
                rest += after;
            }

            from = until;
        }

        if (dates.Length == 0)
        {
            rest = line;
        }

        bool labelled = dates.Length > 0 && DateWords.Label.IsMatch(line);
        return
            ReadNames(DateWords.Label.Replace(rest, " | "), dates.Length > 0) is var (understood, byline, outlet)
            && understood
            && (byline ?? (object?)published ?? updated) is not null
            ? new BylineLine(byline, outlet, published, updated, labelled)
            : null;
    }

    private static (bool Understood, string? Byline, string? Outlet) ReadNames(string rest, bool isDated)
    {
        string? byline = null;
        string? outlet = null;
        string[] tokens = Separator().Split(ByWord().Replace(rest, " | By "));
        bool namesRole = isDated && tokens.Any(token => AuthorNames.IsRole(token.Trim()));
        foreach (string raw in tokens)
        {
            string token = raw.Trim(' ', ',', ';', ':', '-', '–', '—', '/', '(', ')', '.');
            if (token.Length == 0 || DateWords.IsFiller(token))
            {
                continue;
            }

            if (token.StartsWith("By ", StringComparison.Ordinal) && byline is null)
            {
                if (AuthorNames.Read(token[3..]) is not { } authors)
                {
                    return default;
                }

                byline = authors.Names;
                outlet ??= authors.Outlet;
            }
            else if (KnownOutlets.Contains(token) || (byline is not null && KnownOutlets.LooksLikeOne(token)))
            {
                outlet ??= token;
            }
            else if (namesRole && byline is null && AuthorNames.IsNames(token))
            {
                // "Jane Doe | Transport Correspondent | 23 February 2024".
                byline = token;
            }
            else if (!(namesRole && AuthorNames.IsRole(token)))
            {
                return default;
            }
        }

        return (true, byline, outlet);
    }

    // What every such line holds; spares the work on all others.
    [GeneratedRegex(@"\b(?:[Bb]y|BY)\s|(?<!\d)(?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex MayBe();

    [GeneratedRegex(
        @"(?:^|(?<=[\s|,–—-]))(?:Written |Reported |Story )?(?:By|BY|by):?\s+(?=[\p{Lu}(]|staff\b)",
        RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex ByWord();

    // A labelled date and time with a button or a link behind it: "Posted: Oct. 17, 2013, 8:09 PM Report a problem".
    private static readonly TieredRegex Stamp = LanguagePattern.Tiered(
        "bylines/stamp",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex(@"[|•·●]|\s[-–—/]+\s|—", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Separator();
}
