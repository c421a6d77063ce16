using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Commands.Status;

/// <summary>The state of the index.</summary>
/// <param name="Store">What the store holds.</param>
/// <param name="RunningSince">When the running index run began (UTC), whichever process runs it; null when none runs.</param>
/// <param name="LastRun">The last run that this process finished; null when none did.</param>
/// <param name="Gaps">How many different questions found no answer.</param>
/// <param name="LatestGaps">The latest of them.</param>
public sealed record StatusResult(
    StoreStatus Store,
    DateTimeOffset? RunningSince,
    IndexRunAccount? LastRun,
    int Gaps,
    IReadOnlyList<KnowledgeGap> LatestGaps
) : CommandResult
{
    /// <summary>The run that is going on stands still.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The sources that are fetched, and how they fare.</summary>
    public IReadOnlyList<SourceEntry> Sources { get; init; } = [];

    /// <summary>The latest corrections of cited articles.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The processes that run the bot on the store; empty where it is not shared.</summary>
    public IReadOnlyList<ReplicaDuties> Replicas { get; init; } = [];

    /// <summary>How it stands with the chat platforms.</summary>
    public IReadOnlyList<PlatformState> Platforms { get; init; } = [];
}
