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

    /// <summary>The hash of its text.</summary>
    public string? Text { get; init; }
}
