using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion;

/// <summary>What the stages of one run share. Every counter is written by one stage only and read when all have ended.</summary>
/// <param name="known">The fingerprints in the store before the run.</param>
/// <param name="choices">How to go about it.</param>
/// <param name="failures">What could not be read.</param>
/// <param name="progress">Told of every finished article.</param>
internal sealed class IngestionRun(
    IReadOnlyDictionary<ArticleId, string> known,
    IngestionChoices choices,
    IngestionFailures failures,
    RunProgress progress
)
{
    private readonly string? _within = choices.RebuildWithin is { } path ? RealPath.Of(path) : null;

    /// <summary>The fingerprints in the store before the run.</summary>
    public IReadOnlyDictionary<ArticleId, string> Known { get; } = known;

    /// <summary>What could not be read.</summary>
    public IngestionFailures Failures { get; } = failures;

    /// <summary>Told of every finished article.</summary>
    public RunProgress Progress { get; } = progress;

    /// <summary>The articles that the coverage holds now. Written by the reading stage.</summary>
    public HashSet<ArticleId> Present { get; } = [];

    /// <summary>Articles with nothing to do. Written by the reading stage.</summary>
    public int Unchanged { get; set; }

    /// <summary>New articles. Written by the saving stage.</summary>
    public int Added { get; set; }

    /// <summary>Renewed articles. Written by the saving stage.</summary>
    public int Updated { get; set; }

    /// <summary>The time inside the encoder. Written by the encoding stage.</summary>
    public TimeSpan Encoding { get; set; }

    /// <summary>All that the store holds is there, as it was.</summary>
    public void SeeAll()
    {
        Present.UnionWith(Known.Keys);
        Unchanged = Known.Count;
    }

    /// <summary>Waits where the run is to stand still.</summary>
    public Task PassGateAsync(CancellationToken cancellationToken) => choices.Gate?.PassAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Does the store hold the record as it is?</summary>
    public bool IsUnchanged(SourceRecord record) =>
        !choices.Rebuild
        && !(_within is not null && RealPath.IsInside(record.File.FullPath, _within))
        && Known.TryGetValue(record.Id, out string? fingerprint)
        && fingerprint == record.Fingerprint;
}
