using System.Text.Json;

namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>What a message carries unseen. Every app of the workspace can read it: nothing secret belongs here.</summary>
internal sealed record MessageMetadata
{
    public string EventType
    {
        get;
        init => field = value ?? "";
    } = "";

    public JsonElement? EventPayload { get; init; }
}
