using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Intake;

/// <summary>A source and how it fares.</summary>
/// <param name="Source">What it is.</param>
/// <param name="State">What its checks came to.</param>
public sealed record SourceEntry(CoverageSource Source, SourceState State)
{
    /// <summary>
    /// How it fares, in a few words or the reason of its last failure, for people; one line once control characters are taken out.
    /// </summary>
    public string Standing =>
        Source.IsPaused ? "paused"
        : !Source.IsFetched ? "on this machine"
        : State.Checked is not { } at ? "not checked yet"
        : State.Error is { } error ? $"checked {ReadableDate.Of(at)}: {error}"
        : $"checked {ReadableDate.Of(at)}";
}
