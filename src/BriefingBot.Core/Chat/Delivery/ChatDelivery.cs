using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Core.Chat.Delivery;

/// <summary>A reply on its way to the platform.</summary>
/// <param name="question">What it replies to.</param>
/// <param name="reply">What to post.</param>
/// <param name="style">Where to post it, by the channel's settings.</param>
/// <param name="delivered">The parts that were accepted before, in order.</param>
/// <param name="journal">Keeps the parts.</param>
/// <param name="attempt">Which attempt at the question this is, from 1.</param>
public sealed class ChatDelivery(
    ChatQuestion question,
    ChatReply reply,
    ReplyStyle style,
    IReadOnlyList<DeliveredPart> delivered,
    IQuestionJournal journal,
    int attempt = 1
)
{
    /// <summary>What it replies to.</summary>
    public ChatQuestion Question => question;

    /// <summary>What to post.</summary>
    public ChatReply Reply => reply;

    /// <summary>Where to post it, by the channel's settings.</summary>
    public ReplyStyle Style => style;

    /// <summary>The parts that an earlier attempt posted, in order: not to be posted again.</summary>
    public IReadOnlyList<DeliveredPart> Delivered => delivered;

    /// <summary>
    /// An earlier attempt, maybe of a process that was killed, may have posted more than <see cref="Delivered"/> tells: look before
    /// posting.
    /// </summary>
    public bool IsRepeated => attempt > 1;

    /// <summary>The platform accepted a part. Replies to that message continue the conversation.</summary>
    public Task AcceptedAsync(int part, string messageId, CancellationToken cancellationToken) =>
        journal.RecordDeliveredAsync(question.Id, new DeliveredPart(part, messageId), cancellationToken);
}
