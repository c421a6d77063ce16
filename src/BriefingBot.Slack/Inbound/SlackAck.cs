using System.Text.Json;

namespace BriefingBot.Slack.Inbound;

/// <summary>What is said when a delivery is journaled.</summary>
/// <param name="Payload">What the ack carries, where that is accepted: the answer of a command, the outcome of a submitted view.</param>
internal sealed record SlackAck(JsonElement? Payload = null)
{
    /// <summary>Without a payload.</summary>
    public static SlackAck Empty { get; } = new();
}
