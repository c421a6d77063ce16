using System.Text.Json;

namespace BriefingBot.Slack.SocketMode;

/// <summary>What comes over the WebSocket: a hello, a disconnect or an envelope.</summary>
internal sealed record SocketMessage
{
    public const string Hello = "hello";
    public const string Disconnect = "disconnect";

    public string? Type { get; init; }

    /// <summary>Of an envelope: what its ack names.</summary>
    public string? EnvelopeId { get; init; }

    public JsonElement? Payload { get; init; }

    public bool AcceptsResponsePayload { get; init; }

    public int? RetryAttempt { get; init; }

    public string? RetryReason { get; init; }

    /// <summary>Of a disconnect.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a hello: how many WebSockets the app has, over all processes.</summary>
    public int? NumConnections { get; init; }
}
