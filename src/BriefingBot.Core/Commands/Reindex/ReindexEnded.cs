namespace BriefingBot.Core.Commands.Reindex;

/// <summary>The index run was ended by command before it was done.</summary>
/// <param name="Reason">The sentence that says so.</param>
public sealed record ReindexEnded(string Reason) : CommandResult;
