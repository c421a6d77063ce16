namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>A form with fields for text.</summary>
internal sealed record ModalData
{
    /// <summary>At most 100 characters; comes back with what was written.</summary>
    public required string CustomId { get; init; }

    /// <summary>At most 45 characters.</summary>
    public required string Title { get; init; }

    public IReadOnlyList<ModalRow> Components
    {
        get;
        init => field = value ?? [];
    } = [];
}
