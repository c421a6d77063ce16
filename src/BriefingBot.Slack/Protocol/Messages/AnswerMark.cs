using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>Marks a message as a part of an answer, so that it can be found again when it is not known whether it was posted.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Part">Which part, from 0.</param>
internal sealed record AnswerMark([property: JsonRequired] string Question, [property: JsonRequired] int Part)
{
    public const string EventType = "briefingbot_answer";

    /// <summary>The mark of a message; null when it has none.</summary>
    public static AnswerMark? Read(MessageMetadata? metadata)
    {
        if (metadata is not { EventType: EventType, EventPayload: { ValueKind: JsonValueKind.Object } payload })
        {
            return null;
        }

        try
        {
            return payload.Deserialize(SlackJsonContext.Default.AnswerMark);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As a message carries it.</summary>
    public MessageMetadata ToMetadata() =>
        new() { EventType = EventType, EventPayload = JsonSerializer.SerializeToElement(this, SlackJsonContext.Default.AnswerMark) };
}
