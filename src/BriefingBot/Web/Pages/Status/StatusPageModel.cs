using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Pages.Status;

/// <summary>What the status page shows.</summary>
/// <param name="Status">What the store holds.</param>
/// <param name="Report">What the last index run came to; null while it runs.</param>
/// <param name="Progress">How far the run is; null before its first article.</param>
/// <param name="Gaps">Questions without an answer, latest first.</param>
public sealed record StatusPageModel(
    StoreStatus Status,
    IngestionReport? Report,
    IngestionProgress? Progress,
    IReadOnlyList<KnowledgeGap> Gaps
)
{
    /// <summary>When the index run that is going on began (UTC), in whichever process; null when none is.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>That run stands still.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Where articles come from.</summary>
    public IReadOnlyList<SourceEntry> Sources { get; init; } = [];

    /// <summary>The latest correction, if any.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>How it stands with the chat platforms.</summary>
    public IReadOnlyList<PlatformState> Platforms { get; init; } = [];
}
