using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Slack.Inbound;
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
    ChatFailures failures,
    SlackWebApi api,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    ILogger<MessageHandler> logger)
{
    /// <summary>Slack sends an event three times more.</summary>
    private const int LastRetry = 3;

    /// <summary>Deals with a message. When it returns, a question is journaled; when it throws, Slack brings the message again.</summary>
    /// <exception cref="StoreException">It could not be journaled.</exception>
    public async Task HandleAsync(SlackDelivery delivery, Message message, BotIdentity self, CancellationToken cancellationToken)
    {
        try
        {
            if (await triage.ReadAsync(message, self, cancellationToken) is { } question)
            {
                await inbox.AcceptAsync(question, cancellationToken);
            }
        }
        catch (StoreException exception) when (delivery.RetryAttempt >= LastRetry && message is { User: { } user, Channel: { } channel } && IsForBot(message, self))
        {
            string text = failures.Report(exception, MessageTriage.IdOf(self, channel, message.Ts).ToString());
            work.Start("An apology", token => ApologizeAsync(message, channel, user, text, token), cancellationToken);
        }
        catch (StoreException exception)
        {
            InboundLog.NotJournaled(logger, message.Channel ?? "", message.Ts, exception.Message);
            throw;
        }
    }

    private static bool IsForBot(Message message, BotIdentity self) => message.ChannelType == "im" || SlackText.Mentions(message.Text, self.User);

    private async Task ApologizeAsync(Message message, string channel, string user, string text, CancellationToken cancellationToken)
    {
        var part = ReplyRenderer.RenderLine(text);
        await api.PostEphemeralAsync(new PostEphemeral(channel, user, part.Text) { Blocks = part.Blocks, ThreadTs = message.ThreadTs }, cancellationToken);
    }
}
