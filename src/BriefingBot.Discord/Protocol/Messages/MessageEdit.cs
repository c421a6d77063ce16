namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A change of a message, an answer to a deferred interaction, or a follow-up.</summary>
internal sealed record MessageEdit
{
    /// <summary>At most 2,000 UTF-16 units; null for a message of components.</summary>
    public string? Content { get; init; }

    /// <summary>Null leaves them as they are, an empty list removes them.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public int? Flags { get; init; } = MessageFlags.SuppressEmbeds;
}
