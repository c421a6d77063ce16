using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Reads the whole coverage as an index run does, and stores nothing: what an index run would report, before it runs. Needs neither store
/// nor encoder.
/// </summary>
public sealed class CoverageInspector(TimeProvider clock, IEnumerable<IDocumentFormat>? formats = null)
{
    /// <summary>Stands in for the encoder in fingerprints that nobody keeps.</summary>
    private static readonly EncoderIdentity NoEncoder = new("none", 1);

    private readonly SourceFormats _formats = new(formats);

    /// <summary>Reads everything, one article after the other.</summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many articles can be read, and what cannot.</returns>
    /// <exception cref="CoverageNotFoundException">A path does not exist, or holds nothing that can be read.</exception>
    public async Task<(int Articles, IReadOnlyList<IngestionFailure> Failed)> ReadAsync(
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        IngestionFailures failures = new();
        var files = new CoverageWalker(_formats, failures).List(paths, cancellationToken);
        var context = ParsingContext.At(clock.GetUtcNow());
        int articles = 0;
        await foreach (var record in new CoverageReader(NoEncoder, failures).ReadAsync(files, cancellationToken))
        {
            articles += record is not null && RecordParser.Parse(record, failures, context, cancellationToken) is not null ? 1 : 0;
        }

        return (articles, failures.ToList());
    }
}
