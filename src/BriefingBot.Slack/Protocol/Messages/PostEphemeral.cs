using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>A message that one person of a channel sees, until the client is started anew.</summary>
/// <param name="Channel">Where.</param>
/// <param name="User">Who.</param>
/// <param name="Text">With blocks: what notifications show.</param>
internal sealed record PostEphemeral(string Channel, string User, string Text) : QuietMessage
{
    public string? ThreadTs { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }
}
