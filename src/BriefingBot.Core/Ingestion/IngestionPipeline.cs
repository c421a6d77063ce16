using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Ingestion;

/// <summary>Brings the store in step with the coverage: read, parse, clean, date, split, embed, store.</summary>
public sealed class IngestionPipeline(
    ICoverageStore store,
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EncoderIdentity encoderIdentity,
    TimeProvider clock,
    ILogger<IngestionPipeline> logger)
{
    /// <summary>Runs once over all paths (folders or files). The store then holds exactly what they hold.</summary>
    /// <param name="paths">Folders or files.</param>
    /// <param name="rebuild">Read and embed everything again, changed or not.</param>
    /// <param name="progress">Told after every article; may be null.</param>
    /// <param name="cancellationToken">Ends the run; what was stored until then stays.</param>
    /// <exception cref="CoverageNotFoundException">A path does not exist, or no path holds any article although the store holds some.</exception>
    public Task<IngestionReport> RunAsync(IReadOnlyList<string> paths, bool rebuild, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        _ = (store, encoder, encoderIdentity, clock, logger, paths, rebuild, progress, cancellationToken);
        throw new NotSupportedException();
    }
}
