using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Slack.Messages.Replies;

/// <summary>Where something is posted.</summary>
/// <param name="Channel">The channel or direct messages; a user stands for the direct messages with that person.</param>
/// <param name="ThreadTs">The root of the thread; null for the channel itself.</param>
/// <param name="IsDirect">Between one person and the bot.</param>
internal sealed record ReplyPlace(string Channel, string? ThreadTs, bool IsDirect = false)
{
    /// <summary>The thread of a question: the one that it stands in, or the one that starts from it.</summary>
    public static ReplyPlace Of(ChatQuestion question) =>
        new(question.Address.Channel, question.Address.Thread ?? question.MessageId, question.Address.IsDirect);
}
