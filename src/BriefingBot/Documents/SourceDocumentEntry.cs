using BriefingBot.Core.Intake;

namespace BriefingBot.Documents;

/// <summary>A source and how it fares.</summary>
internal sealed record SourceDocumentEntry(
    string Name,
    string Kind,
    string Location,
    string? Collection,
    string? Outlet,
    long IntervalSeconds,
    bool Paused,
    bool Configured,
    DateTimeOffset? Checked,
    DateTimeOffset? NextCheck,
    DateTimeOffset? Changed,
    int Failures,
    string? Error
)
{
    /// <summary>Makes the entry.</summary>
    public static SourceDocumentEntry From(SourceEntry entry) =>
        new(
            entry.Source.Name.Value,
            entry.Source.Kind.ToString().ToLowerInvariant(),
            entry.Source.Location,
            entry.Source.Collection,
            entry.Source.Outlet,
            (long)entry.Source.Interval.TotalSeconds,
            entry.Source.IsPaused,
            entry.Source.IsConfigured,
            entry.State.Checked,
            entry.State.NextCheck,
            entry.State.Changed,
            entry.State.Failures,
            entry.State.Error
        );
}
