using System.Text.Json.Serialization;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Documents;

/// <summary>What an index run came to: what <c>index --json</c> prints.</summary>
/// <param name="Articles">Current articles after the run.</param>
/// <param name="Added">New articles.</param>
/// <param name="Updated">Changed articles.</param>
/// <param name="Unchanged">Articles with nothing to do.</param>
/// <param name="Removed">Articles that are no longer in the coverage.</param>
/// <param name="Failed">Sources that could not be read.</param>
/// <param name="Skipped">What was left out on purpose: formats that are not read, drafts.</param>
/// <param name="HeldBack">How many articles are gone and were kept because it would have been too many at once.</param>
/// <param name="Passages">Current passages after the run.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Calibration">How the thresholds came to fit an encoder that was not measured; not written otherwise.</param>
internal sealed record IndexDocument(
    int Articles,
    int Added,
    int Updated,
    int Unchanged,
    int Removed,
    IReadOnlyList<FailedSourceDocument> Failed,
    IReadOnlyList<FailedSourceDocument> Skipped,
    int HeldBack,
    int Passages,
    double Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Calibration
)
{
    /// <summary>Makes the document of a report.</summary>
    public static IndexDocument From(IngestionReport report) =>
        new(
            report.Articles,
            report.Added,
            report.Updated,
            report.Unchanged,
            report.Removed,
            [.. report.Failed.Select(failure => new FailedSourceDocument(failure.Source, failure.Reason))],
            [.. report.Skipped.Select(skipped => new FailedSourceDocument(skipped.Source, skipped.Reason))],
            report.HeldBack.Select(removal => removal.Gone).DefaultIfEmpty().Max(),
            report.Passages,
            Math.Round(report.Elapsed.TotalSeconds, 3),
            report.Calibration
        );
}
