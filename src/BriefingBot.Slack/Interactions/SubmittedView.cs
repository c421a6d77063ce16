using System.Text.Json;

namespace BriefingBot.Slack.Interactions;

/// <summary>A form that was sent in.</summary>
internal sealed record SubmittedView
{
    public string? CallbackId { get; init; }

    public string? PrivateMetadata { get; init; }

    /// <summary><c>values</c> by the ids of blocks and of their elements.</summary>
    public JsonElement? State { get; init; }
}
