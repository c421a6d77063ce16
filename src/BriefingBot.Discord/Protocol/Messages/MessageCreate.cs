namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A message to post in a channel.</summary>
internal sealed record MessageCreate
{
    /// <summary>At most 2,000 UTF-16 units; null for a message of components.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public MessageReference? MessageReference { get; init; }

    public int? Flags { get; init; } = MessageFlags.SuppressEmbeds;

    /// <summary>At most 25 characters; the same nonce within a few minutes gives the message that was made first.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }
}
