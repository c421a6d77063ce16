using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>What a question shares with others: the order of its conversation, the share of its channel, the share of its person.</summary>
/// <param name="Conversation">One after the other.</param>
/// <param name="Channel">Opaque; so many at once.</param>
/// <param name="Person">Opaque; so many at once.</param>
internal readonly record struct LaneKeys(ConversationId Conversation, string Channel, string Person)
{
    /// <summary>Those of answering it.</summary>
    public static LaneKeys OfAnswering(ChatQuestion question) =>
        new(ConversationId.Of(question), ChannelOf(question.Address), PersonOf(question));

    /// <summary>
    /// Those of posting its reply: a command is answered by a way of its own, which the limits of its channel do not touch.
    /// </summary>
    public static LaneKeys OfDelivery(ChatQuestion question) =>
        new(
            ConversationId.Of(question),
            question.ReplyToken is null ? ChannelOf(question.Address) : question.Id.ToString(),
            PersonOf(question)
        );

    /// <summary>The person, on all channels of the platform.</summary>
    public static string PersonOf(ChatQuestion question) => $"{question.Address.Platform}/{question.Address.Space}/{question.User.Id}";

    private static string ChannelOf(ChatAddress address) => $"{address.Platform}/{address.Space}/{address.Channel}";
}
