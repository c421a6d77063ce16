namespace BriefingBot.Core.Commands.Reindex;

/// <summary>An index run is going on already, here or in another process; nothing was started.</summary>
/// <param name="Since">When it began (UTC).</param>
public sealed record ReindexBusy(DateTimeOffset Since) : CommandResult;
