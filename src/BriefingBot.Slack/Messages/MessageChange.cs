using BriefingBot.Slack.Protocol.Messages;

namespace BriefingBot.Slack.Messages;

/// <summary>What became of a message: written, just edited, or deleted.</summary>
/// <param name="Message">The message as it is now; null when it is gone.</param>
/// <param name="IsEdit">Its author put it right soon after it was posted; later an edit is another matter.</param>
/// <param name="DeletedTs">The message that is gone.</param>
internal sealed record MessageChange(Message? Message, bool IsEdit, string? DeletedTs)
{
    private const string Tombstone = "tombstone";
    private static readonly TimeSpan EditGrace = TimeSpan.FromMinutes(2);

    /// <summary>Reads an event.</summary>
    public static MessageChange Of(Message received) =>
        received switch
        {
            { Subtype: "message_deleted", DeletedTs: { Length: > 0 } deleted } => new MessageChange(null, false, deleted),
            // What is left of a message with a thread below it.
            { Subtype: "message_changed", Changed: { Subtype: Tombstone, Ts: { Length: > 0 } buried } } => new MessageChange(
                null,
                false,
                buried
            ),
            { Subtype: "message_changed", Changed: { Edited.Ts: { } edited } changed }
                when MessageTime.Of(edited) - MessageTime.Of(changed.Ts) <= EditGrace => new MessageChange(
                changed with
                {
                    Channel = received.Channel,
                    ChannelType = received.ChannelType,
                },
                true,
                null
            ),
            { Subtype: "message_changed" or "message_deleted" } => new MessageChange(null, false, null),
            _ => new MessageChange(received, false, null),
        };
}
