using System.Text.Json;
using BriefingBot.Slack.Protocol;

namespace BriefingBot.Slack.Messages;

/// <summary>An event as it is delivered.</summary>
/// <param name="Event">The event itself, an object with a <c>type</c>.</param>
internal sealed record EventCallback(JsonElement Event)
{
    /// <summary>The type of the event; empty when it has none.</summary>
    public string Type =>
        Event.ValueKind == JsonValueKind.Object && Event.TryGetProperty("type", out var type) ? JsonText.Of(type) ?? "" : "";
}
