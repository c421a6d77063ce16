using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>A message of the bot in its new form.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Ts">Which.</param>
/// <param name="Text">At most 4,000 characters.</param>
/// <param name="Blocks">All of them: those left out are gone.</param>
internal sealed record UpdateMessage(string Channel, string Ts, string Text, IReadOnlyList<Block> Blocks) : QuietMessage
{
    /// <summary>Null leaves what is there.</summary>
    public MessageMetadata? Metadata { get; init; }
}
