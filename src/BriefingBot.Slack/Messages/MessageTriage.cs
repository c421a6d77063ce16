using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages.Threads;
using BriefingBot.Slack.People;
using BriefingBot.Slack.Protocol.Messages;

namespace BriefingBot.Slack.Messages;

/// <summary>Decides which messages are questions to the bot. Thread-safe.</summary>
internal sealed class MessageTriage(DirectConversations directs, SlackPeople people, TimeProvider clock)
{
    private const string DirectMessages = "im";

    /// <summary>Slack's own voice: reminders, notices. It is no bot by its messages.</summary>
    private const string Slackbot = "USLACKBOT";

    /// <summary>
    /// The question, or null: a message of a bot, a late edit, a notice, talk between others. A mention comes as two events for one
    /// message, which make the same question, so either suffices.
    /// </summary>
    public async Task<ChatQuestion?> ReadAsync(Message message, BotIdentity self, CancellationToken cancellationToken)
    {
        if (
            message is not { User: { } user, Channel: { } channel, BotId: null }
            || user == self.User
            || user == Slackbot
            || message.Ts.Length == 0
            || message.Hidden == true
            || message.Subtype is not (null or "file_share" or "thread_broadcast")
        )
        {
            return null;
        }

        people.Meet(user, message.UserTeam ?? message.Team);
        string? thread = message.ThreadTs == message.Ts ? null : message.ThreadTs;
        if (KindOf(message, thread, self) is not { } kind)
        {
            return null;
        }

        bool isDirect = kind == ChatQuestionKind.Direct;
        return new ChatQuestion
        {
            Id = IdOf(self, channel, message.Ts),
            // Each thread of direct messages is a chat of its own, and the first message names it.
            Address = new ChatAddress(SlackPlatform.PlatformName, self.Team, channel, isDirect ? thread ?? message.Ts : thread, isDirect),
            User = new ChatUser(user),
            Text = SlackText.Read(message.Text),
            Kind = kind,
            MessageId = message.Ts,
            InReplyTo = isDirect ? await directs.FindEarlierAnswerAsync(self, channel, thread, message.Ts, cancellationToken) : null,
            Asked = MessageTime.Of(message.Ts) ?? clock.GetUtcNow(),
        };
    }

    /// <summary>The id of the question that a message asks.</summary>
    public static ChatQuestionId IdOf(BotIdentity self, string channel, string ts) =>
        new(SlackPlatform.PlatformName, $"{self.Team}/{channel}/{ts}");

    private static ChatQuestionKind? KindOf(Message message, string? thread, BotIdentity self)
    {
        if (message.ChannelType == DirectMessages || message.Channel!.StartsWith('D'))
        {
            return ChatQuestionKind.Direct;
        }

        if (SlackText.Mentions(message.Text, self.User))
        {
            return ChatQuestionKind.Mention;
        }

        return thread is not null && !SlackText.MentionsAnyone(message.Text) && !string.IsNullOrWhiteSpace(message.Text)
            ? ChatQuestionKind.FollowUp
            : null;
    }
}
