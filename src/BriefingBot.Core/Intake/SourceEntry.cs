namespace BriefingBot.Core.Intake;

/// <summary>A source and how it fares.</summary>
/// <param name="Source">What it is.</param>
/// <param name="State">What its checks came to.</param>
public sealed record SourceEntry(CoverageSource Source, SourceState State);
