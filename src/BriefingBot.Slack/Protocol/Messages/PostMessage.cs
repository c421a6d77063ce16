using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>A message to post. Slack makes no previews of its links and no mentions of its bare words.</summary>
/// <param name="Channel">A channel, or a user for the direct messages with that person.</param>
internal sealed record PostMessage(string Channel) : QuietMessage
{
    /// <summary>The ts of a thread's root, never that of a reply; null for the channel itself.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>With blocks: what notifications show. Keep it below 3,000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>At most 50.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>True: shown in the channel besides.</summary>
    public bool? ReplyBroadcast { get; init; }

    /// <summary>By what it is found again when nobody knows whether it was posted.</summary>
    public MessageMetadata? Metadata { get; init; }
}
