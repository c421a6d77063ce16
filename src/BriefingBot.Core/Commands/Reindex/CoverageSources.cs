namespace BriefingBot.Core.Commands.Reindex;

/// <summary>What an index run reads; the host says.</summary>
/// <param name="Paths">Folders or files.</param>
public sealed record CoverageSources(IReadOnlyList<string> Paths);
