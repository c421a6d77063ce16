using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Delivery;

/// <summary>An event, a command or an interaction on its way to the bot.</summary>
public sealed class FakeDelivery
{
    internal FakeDelivery(DeliveryKind kind, JsonObject payload, bool acceptsResponse)
    {
        Kind = kind;
        Payload = payload;
        AcceptsResponse = acceptsResponse;
    }

    public DeliveryKind Kind { get; }

    /// <summary>As sent; do not change it.</summary>
    public JsonObject Payload { get; }

    /// <summary>"Ev..." for events, null for the others.</summary>
    public string? EventId => Payload["event_id"].Text();

    /// <summary>The type of the inner event, the command, or the type of the interaction.</summary>
    public string Type => Payload["event"]?["type"].Text() ?? Payload["command"].Text() ?? Payload["type"].Text() ?? "";

    public DeliveryState State { get; internal set; }

    public ImmutableArray<DeliveryAttempt> Attempts { get; internal set; } = [];

    /// <summary>What the ack carried; null for an empty one.</summary>
    public JsonNode? Response { get; internal set; }

    internal bool AcceptsResponse { get; }

    /// <summary>What to do with the ack, under the gate.</summary>
    internal Action<JsonNode?>? Acknowledged { get; init; }
}
