using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Messages;

/// <summary>Decides which messages are questions to the bot. Thread-safe.</summary>
internal sealed class MessageTriage(ChannelDirectory channels, GatewayIntents intents)
{
    /// <summary>The question, or null: a message of a bot or a service notice, talk between others, a mention of everyone.</summary>
    public async Task<ChatQuestion?> ReadAsync(Message message, BotIdentity self, CancellationToken cancellationToken)
    {
        if (
            message.Author is not { Bot: false } author
            || message.WebhookId is not null
            || author.Id == self.User
            || message.Type is not (MessageTypes.Default or MessageTypes.Reply)
        )
        {
            return null;
        }

        Snowflake? ownRole = message is { GuildId: { } guild, MentionRoles.Count: > 0 }
            ? await channels.FindOwnRoleAsync(guild, self.User, cancellationToken)
            : null;
        if (KindOf(message, self.User, ownRole) is not { } kind)
        {
            return null;
        }

        var place = message.GuildId is null ? null : await channels.TryFindAsync(message.ChannelId, cancellationToken);
        if (kind == ChatQuestionKind.FollowUp && place?.IsThread != true)
        {
            return null;
        }

        return new ChatQuestion
        {
            Id = IdOf(message.Id),
            Address = AddressOf(message.ChannelId, message.GuildId, place),
            User = new ChatUser(author.Id.ToString()),
            Text = MessageWords.Read(message.Content),
            About = PostOf(message, self.User),
            Kind = kind,
            MessageId = message.Id.ToString(),
            InReplyTo = message.Type == MessageTypes.Reply ? message.MessageReference?.MessageId?.ToString() : null,
            Asked = message.Id.CreatedAt,
        };
    }

    /// <summary>Where a message stands, as Core knows places.</summary>
    public static ChatAddress AddressOf(Snowflake channel, Snowflake? guild, ChannelPlace? place) =>
        place is { IsThread: true, Parent: { } parent }
            ? new ChatAddress(DiscordPlatform.PlatformName, guild?.ToString(), parent.ToString(), channel.ToString())
            : new ChatAddress(DiscordPlatform.PlatformName, guild?.ToString(), channel.ToString(), IsDirect: guild is null);

    /// <summary>The question that a message is, or would be.</summary>
    public static ChatQuestionId IdOf(Snowflake message) => new(DiscordPlatform.PlatformName, message.ToString());

    /// <summary>The words of somebody's post that a reply asks about without a question of its own; null otherwise.</summary>
    private static string? PostOf(Message message, Snowflake self) =>
        message is { Type: MessageTypes.Reply, ReferencedMessage: { } post }
        && post.Author?.Id != self
        && PointingQuestion.Is(MessageWords.Read(message.Content))
        && MessageWords.ReadPost(post) is { Length: > 0 } words
            ? words
            : null;

    private ChatQuestionKind? KindOf(Message message, Snowflake self, Snowflake? ownRole)
    {
        bool isReply = message.Type == MessageTypes.Reply && message.ReferencedMessage?.Author?.Id == self;
        if (message.GuildId is null)
        {
            return ChatQuestionKind.Direct;
        }

        if (isReply)
        {
            return ChatQuestionKind.Reply;
        }

        if (message.Mentions.Any(user => user.Id == self) || (ownRole is { } role && message.MentionRoles.Contains(role)))
        {
            return ChatQuestionKind.Mention;
        }

        bool isTalk = message.Type == MessageTypes.Reply || message.Mentions.Count > 0 || message.MentionEveryone;
        return intents.HasMessageContent && !isTalk && message.Content.Length > 0 ? ChatQuestionKind.FollowUp : null;
    }
}
