using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Journal;

/// <summary>
/// Names a conversation: the turns that a follow-up may lean on. Opaque; equal for the first question and what is asked in its thread.
/// </summary>
/// <param name="Value">The name; never shown.</param>
public readonly record struct ConversationId(string Value)
{
    /// <summary>
    /// A thread is a conversation, and the message that a thread starts from names it; a DM without threads is one conversation; any other
    /// question starts its own.
    /// </summary>
    public static ConversationId Of(ChatQuestion question)
    {
        var address = question.Address;
        string? within = address.Thread ?? (address.IsDirect ? "" : question.MessageId ?? question.Id.Key);
        return new ConversationId($"{address.Platform}/{address.Space}/{address.Channel}/{within}");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
