using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// Chooses the dates of an article: its own fields first, then its byline lines, then the manifest, then the file's name. What none of them
/// says stays unsaid.
/// </summary>
/// <param name="fields">Front matter or record.</param>
/// <param name="fieldOrigin">Which of the two.</param>
/// <param name="bylines">The byline lines of the text.</param>
/// <param name="file">The file, with what manifests say of it.</param>
/// <param name="note">Told of a field that is no date.</param>
internal sealed class ArticleDates(
    SourceMetadata fields,
    DateOrigin fieldOrigin,
    IReadOnlyList<BylineLine> bylines,
    CoverageFile file,
    Action<string> note
)
{
    /// <summary>The date that opens the lead; null when none does.</summary>
    public PublicationDate? Lead { get; init; }

    /// <summary>The day of publication and where it was read.</summary>
    public (PublicationDate? Date, DateOrigin Origin) Published()
    {
        if (Field(fields.Published, "published") is { } stated)
        {
            return (stated, fieldOrigin);
        }

        foreach (var line in bylines)
        {
            if (line.Published is { } printed)
            {
                return (printed, DateOrigin.BylineLine);
            }
        }

        if (Lead is { } opening)
        {
            return (opening, DateOrigin.BylineLine);
        }

        if (Field(file.Manifest.Published, "published") is { } listed)
        {
            return (listed, DateOrigin.Manifest);
        }

        // The name of a JSONL file names no single article.
        return !file.HoldsMany && FileNameDate.Read(file.Source) is { } named ? (named, DateOrigin.FileName) : (null, DateOrigin.None);
    }

    /// <summary>When the outlet says it changed the article last.</summary>
    public PublicationDate? Updated() =>
        Field(fields.Updated, "updated")
        ?? bylines.Select(line => line.Updated).FirstOrDefault(date => date is not null)
        ?? Field(file.Manifest.Updated, "updated");

    private PublicationDate? Field(string? field, string name)
    {
        var date = field is null ? null : FieldDate.Read(field);
        if (field is not null && date is null)
        {
            note(
                $"'{Shortened(field)}' in the field '{name}' is not an unambiguous date; the article was "
                    + $"kept without it. Write it as 2024-02-23."
            );
        }

        return date;
    }

    private static string Shortened(string field) => field.Length <= 60 ? field : field[..60] + "…";
}
