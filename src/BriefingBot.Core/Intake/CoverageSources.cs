namespace BriefingBot.Core.Intake;

/// <summary>What the settings name as coverage; the host says.</summary>
/// <param name="Paths">Folders or files.</param>
public sealed record CoverageSources(IReadOnlyList<string> Paths)
{
    /// <summary>Nothing is named: these are the samples, which stand back once a source is added.</summary>
    public bool IsSample { get; init; }
}
