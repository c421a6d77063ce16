using System.Net;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord;

/// <summary>What goes out: the sign that the bot is at work, and its replies. Thread-safe.</summary>
internal sealed class DiscordReplies(
    TypingIndicator typing,
    ReplyRenderer renderer,
    InteractionReplies interactions,
    ChannelReplies channels
)
{
    /// <summary>Ends all signs of work.</summary>
    public Task EndAllAsync() => typing.EndAllAsync();

    /// <summary>Shows that the bot types.</summary>
    public void ShowProgress(ChatQuestion question)
    {
        // A deferred reply shows by itself that the bot is thinking.
        if (question is { ReplyToken: null, Kind: not ChatQuestionKind.Announcement })
        {
            var channel = Snowflake.Parse(question.Address.Thread ?? question.Address.Channel);
            typing.Begin(question.Id, channel, once: question.Kind == ChatQuestionKind.FollowUp);
        }
    }

    /// <summary>Shows it no longer.</summary>
    public Task WithdrawProgressAsync(ChatQuestion question) => typing.EndAsync(question.Id);

    /// <summary>Brings a reply to where it belongs.</summary>
    /// <exception cref="ChatDeliveryException">It could not be brought.</exception>
    public async Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        await typing.EndAsync(question.Id);
        bool isCommand = question.Kind is ChatQuestionKind.Slash or ChatQuestionKind.Shortcut;
        var reply = renderer.Render(delivery.Reply, withQuestion: isCommand);
        try
        {
            if (InteractionReplyToken.Read(question.ReplyToken) is { } interaction)
            {
                await interactions.DeliverAsync(delivery, interaction, reply, cancellationToken);
            }
            else if (delivery.Reply is AnnouncementReply)
            {
                await channels.AnnounceAsync(delivery, reply, cancellationToken);
            }
            else
            {
                await PostAsync(delivery, reply, cancellationToken);
            }
        }
        catch (DiscordApiException exception)
        {
            throw Refusal(exception);
        }
    }

    /// <summary>Says one line to the asker.</summary>
    /// <exception cref="ChatDeliveryException">It could not be said.</exception>
    public async Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken)
    {
        try
        {
            await channels.TellAsync(question, line, cancellationToken);
        }
        catch (DiscordApiException exception)
        {
            throw Refusal(exception);
        }
    }

    private async Task PostAsync(ChatDelivery delivery, RenderedReply reply, CancellationToken cancellationToken)
    {
        try
        {
            await channels.PostAsync(delivery, reply, cancellationToken);
        }
        catch (DiscordApiException exception)
            when (exception.IsPlaceClosed && !delivery.Question.Address.IsDirect && delivery.Question.Kind != ChatQuestionKind.FollowUp)
        {
            await channels.PostDirectlyAsync(delivery, reply, cancellationToken);
        }
    }

    private static ChatDeliveryException Refusal(DiscordApiException exception) =>
        new(exception.Message, IsPermanent(exception), exception)
        {
            RetryAfter = exception.RetryAfter,
            IsPlatformRefused = exception.IsTokenRefused,
        };

    /// <summary>What Discord refused once it will refuse again; limits and failures pass.</summary>
    private static bool IsPermanent(DiscordApiException exception) =>
        exception.Status is { } status
        && (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        && !exception.IsTokenRefused;
}
