namespace BriefingBot.TestServers.News;

/// <summary>A request that the fake news host had.</summary>
/// <param name="Path">The path with its query.</param>
/// <param name="Status">What it answered; 0 when it hung or was cut.</param>
/// <param name="Condition">The If-None-Match; null for none.</param>
/// <param name="Authorization">The Authorization header; null for none.</param>
/// <param name="Agent">The User-Agent.</param>
public sealed record NewsRequest(string Path, int Status, string? Condition, string? Authorization, string? Agent)
{
    /// <summary>The Accept-Language; empty for none.</summary>
    public string Language { get; init; } = "";
}
