using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.Messages.Threads;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages;

/// <summary>Hands the messages that are questions to the inbox. Thread-safe.</summary>
internal sealed class MessageHandler(
    MessageTriage triage,
    ChatInbox inbox,
    ThreadTitles titles,
    ChatFailures failures,
    SlackWebApi api,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    ILogger<MessageHandler> logger
)
{
    /// <summary>Slack sends an event three times more.</summary>
    private const int LastRetry = 3;

    /// <summary>Deals with a message. When it returns, a question is journaled; when it throws, Slack brings the message again.</summary>
    /// <exception cref="StoreException">It could not be journaled.</exception>
    public async Task HandleAsync(SlackDelivery delivery, Message received, BotIdentity self, CancellationToken cancellationToken)
    {
        var change = MessageChange.Of(received);
        try
        {
            await HandleAsync(delivery, change, received.Channel, self, cancellationToken);
        }
        catch (StoreException exception)
            when (delivery.RetryAttempt >= LastRetry
                && change.Message is { User: { } user, Channel: { } channel } message
                && IsForBot(message, self)
            )
        {
            string text = failures.Report(exception, MessageTriage.IdOf(self, channel, message.Ts).ToString());
            work.Start("An apology", token => ApologizeAsync(message, channel, user, text, token), cancellationToken);
        }
        catch (StoreException exception)
        {
            InboundLog.NotJournaled(logger, received.Channel ?? "", change.Message?.Ts ?? change.DeletedTs ?? "", exception.Message);
            throw;
        }
    }

    private async Task HandleAsync(
        SlackDelivery delivery,
        MessageChange change,
        string? channel,
        BotIdentity self,
        CancellationToken cancellationToken
    )
    {
        if (change is { DeletedTs: { } deleted } && channel is not null)
        {
            await inbox.WithdrawAsync(MessageTriage.IdOf(self, channel, deleted), cancellationToken);
        }
        else if (change.Message is { } message)
        {
            var question = await triage.ReadAsync(message, self, cancellationToken);
            if (question is not null)
            {
                if (await TakeAsync(delivery, change, question, cancellationToken) == ChatArrival.Accepted)
                {
                    titles.Begin(question, cancellationToken);
                }
            }
            else if (change.IsEdit && message is { BotId: null, User: not null } && channel is not null)
            {
                await inbox.WithdrawAsync(MessageTriage.IdOf(self, channel, message.Ts), cancellationToken);
            }
        }
    }

    private Task<ChatArrival> TakeAsync(
        SlackDelivery delivery,
        MessageChange change,
        ChatQuestion question,
        CancellationToken cancellationToken
    ) =>
        delivery.RetryAttempt > 0 ? inbox.AcceptMissedAsync(question, change.IsEdit, cancellationToken)
        : change.IsEdit ? inbox.ReviseAsync(question, cancellationToken)
        : inbox.AcceptAsync(question, cancellationToken);

    private static bool IsForBot(Message message, BotIdentity self) =>
        message.ChannelType == "im" || SlackText.Mentions(message.Text, self.User);

    private async Task ApologizeAsync(Message message, string channel, string user, string text, CancellationToken cancellationToken)
    {
        var part = ReplyRenderer.RenderLine(text);
        await api.PostEphemeralAsync(
            new PostEphemeral(channel, user, part.Text) { Blocks = part.Blocks, ThreadTs = message.ThreadTs },
            cancellationToken
        );
    }
}
