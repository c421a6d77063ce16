using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Intake.Fetching;

namespace BriefingBot.Core.Intake.Folders;

/// <summary>An item in the register of a source's folder.</summary>
/// <param name="File">Its file's name.</param>
internal sealed record FetchedItem(string File)
{
    /// <summary>What the source calls it.</summary>
    public string? ItemId { get; init; }

    /// <summary>The address of its page.</summary>
    public string? Page { get; init; }

    /// <summary>When the source said that it changed.</summary>
    public string? Modified { get; init; }

    /// <summary>When it was fetched first (UTC).</summary>
    public DateTimeOffset First { get; init; }

    /// <summary>When it was fetched last (UTC).</summary>
    public DateTimeOffset Read { get; init; }

    /// <summary>By what its page is asked for conditionally; null where it had none, or was read by an earlier build.</summary>
    public PageVersion? Version { get; init; }

    /// <summary>What its source says of it, which stands before what its page says; null as above.</summary>
    public SourceMetadata? Listed { get; init; }

    /// <summary>When it was published, as written; null when nobody says.</summary>
    public string? Published { get; init; }

    /// <summary>The hash of its text.</summary>
    public string? Text { get; init; }
}
