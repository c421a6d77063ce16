using System.Text.Json;

namespace BriefingBot.Slack.Inbound;

/// <summary>What Slack sent, the same from Socket Mode and from signed HTTP.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Payload">The payload, an object; owned by the receiver.</param>
internal sealed record SlackDelivery(SlackDeliveryKind Kind, JsonElement Payload)
{
    /// <summary>0 for the first; a retry may be the first that arrives.</summary>
    public int RetryAttempt { get; init; }

    /// <summary>Why it is sent again, in Slack's word.</summary>
    public string? RetryReason { get; init; }

    /// <summary>The ack may carry an answer; otherwise it is left out.</summary>
    public bool AcceptsResponsePayload { get; init; }
}
