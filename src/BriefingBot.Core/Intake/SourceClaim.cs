namespace BriefingBot.Core.Intake;

/// <summary>The right to check a source, which one caller has at a time.</summary>
/// <param name="Name">Which source.</param>
/// <param name="Owner">Who has it; told from every other caller, of this process too.</param>
/// <param name="Until">When others may take it, should the owner die (UTC).</param>
public sealed record SourceClaim(SourceName Name, string Owner, DateTimeOffset Until);
