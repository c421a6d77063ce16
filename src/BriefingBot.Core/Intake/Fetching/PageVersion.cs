namespace BriefingBot.Core.Intake.Fetching;

/// <summary>By what a host tells one version of a page from the next, as it wrote it; null where it says nothing.</summary>
/// <param name="ETag">The ETag.</param>
/// <param name="LastModified">The Last-Modified.</param>
public sealed record PageVersion(string? ETag, string? LastModified);
