namespace BriefingBot.Core.Intake;

/// <summary>What one check of a source came to.</summary>
/// <param name="Name">Which.</param>
public sealed record SourceCheck(SourceName Name)
{
    /// <summary>Items that were not known.</summary>
    public int Added { get; init; }

    /// <summary>Items whose text or fields changed.</summary>
    public int Changed { get; init; }

    /// <summary>Items that are as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>Items that the host says are gone for good, and that are withdrawn.</summary>
    public int Gone { get; init; }

    /// <summary>Items left for the next check, for there were too many at once.</summary>
    public int Left { get; init; }

    /// <summary>What could not be read, one line each.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Why the source as a whole could not be read; null when it could.</summary>
    public string? Error { get; init; }

    /// <summary>Is there something for the index to read?</summary>
    public bool HasNews => Added + Changed + Gone > 0;

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        Error is not null
            ? $"{Name}: {Error}"
            : $"{Name}: {Added} new, {Changed} changed, {Unchanged} unchanged, {Gone} "
                + $"gone{(Left > 0 ? $", {Left} left for the next check" : "")}{(Failures.Count > 0 ? $", {Failures.Count} failed" : "")}.";
}
