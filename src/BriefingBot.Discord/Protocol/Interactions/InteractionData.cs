namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>What was called with what.</summary>
internal sealed record InteractionData
{
    /// <summary>Of a command.</summary>
    public string? Name { get; init; }

    public int Type { get; init; }

    public IReadOnlyList<InteractionOption> Options
    {
        get;
        init => field = value.Present();
    } = [];

    /// <summary>Of a button.</summary>
    public string? CustomId { get; init; }

    /// <summary>The message that a message command was called on.</summary>
    public Snowflake? TargetId { get; init; }

    public ResolvedData? Resolved { get; init; }

    /// <summary>What was written into a form.</summary>
    public IReadOnlyList<ModalRow>? Components { get; init; }
}
