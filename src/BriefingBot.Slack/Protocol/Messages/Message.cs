using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>A message object, as the Web API and message events give it, as far as it is read.</summary>
internal sealed record Message
{
    public string? Type { get; init; }

    /// <summary>Null for what a person simply wrote.</summary>
    public string? Subtype { get; init; }

    public string? User { get; init; }

    /// <summary>Set for what a bot posted.</summary>
    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public string? Text { get; init; }

    /// <summary>The message's id in its channel.</summary>
    public string Ts
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The root of the thread; on the root itself, its own <see cref="Ts"/> once there are replies.</summary>
    public string? ThreadTs { get; init; }

    public string? Team { get; init; }

    /// <summary>The workspace of its author, where that may be another one.</summary>
    public string? UserTeam { get; init; }

    /// <summary>Only in events.</summary>
    public string? Channel { get; init; }

    /// <summary>Only in message events: <c>im</c>, <c>channel</c>, <c>group</c>, <c>mpim</c>.</summary>
    public string? ChannelType { get; init; }

    public int? ReplyCount { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>Only of a message that was streamed: <c>in_progress</c>, <c>completed</c>, <c>errored</c>.</summary>
    public string? StreamingState { get; init; }

    /// <summary>Who changed it last, and when; null for nobody. A preview that Slack adds is no change.</summary>
    public MessageEdit? Edited { get; init; }

    /// <summary>Only of message_changed: the message as it is now.</summary>
    [JsonPropertyName("message")]
    public Message? Changed { get; init; }

    /// <summary>Only of message_deleted: which message is gone.</summary>
    public string? DeletedTs { get; init; }

    /// <summary>What bots of news post beside, or instead of, the text.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>What the message is laid out with.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>Only where it was asked for, and for own messages.</summary>
    public MessageMetadata? Metadata { get; init; }
}
