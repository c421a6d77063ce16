using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Slack.Home;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.Interactions;
using BriefingBot.Slack.Interactions.SlashCommands;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack;

/// <summary>What each delivery leads to: questions are journaled before the ack, all other work runs beside it. Thread-safe.</summary>
internal sealed class SlackInbound(
    AwaitedIdentity self,
    MessageHandler messages,
    CommandHandler commands,
    InteractionHandler interactions,
    HomeTab home,
    SuggestedQuestions questions,
    Greeter greeter,
    LiveAnswers answers,
    OpenTurns turns,
    SlackWebApi api,
    PlatformStates states,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    ILogger<SlackInbound> logger
)
{
    private volatile TaskCompletionSource _removed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails when Slack tells that the bot was removed.</summary>
    public Task Removed => _removed.Task;

    /// <summary>The platform starts again, after it was put right.</summary>
    public void ForgetRemoval()
    {
        if (_removed.Task.IsCompleted)
        {
            _removed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Takes a delivery; see <see cref="SlackReceiver"/>.</summary>
    public async Task<SlackAck> ReceiveAsync(SlackDelivery delivery, CancellationToken cancellationToken)
    {
        states.Receive(SlackPlatform.PlatformName);
        var identity = await self.GetAsync(cancellationToken);
        try
        {
            switch (delivery.Kind)
            {
                case SlackDeliveryKind.EventsApi:
                    await HandleAsync(delivery, identity, cancellationToken);
                    break;
                case SlackDeliveryKind.SlashCommand:
                    await commands.HandleAsync(delivery, identity, cancellationToken);
                    break;
                case SlackDeliveryKind.Interactive:
                    await interactions.HandleAsync(delivery, identity, cancellationToken);
                    break;
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            // It would be no better the next time.
            InboundLog.Unreadable(logger, delivery.Kind, exception.Message);
        }

        return SlackAck.Empty;
    }

    private async Task HandleAsync(SlackDelivery delivery, BotIdentity identity, CancellationToken cancellationToken)
    {
        if (delivery.Payload.Deserialize(InboundJsonContext.Default.EventCallback) is not { } callback)
        {
            return;
        }

        var body = callback.Event;
        switch (callback.Type)
        {
            case "app_mention" or "message" when body.Deserialize(SlackJsonContext.Default.Message) is { } message:
                await messages.HandleAsync(delivery, message, identity, cancellationToken);
                break;
            case "agent_session_stopped"
                when body.Deserialize(InboundJsonContext.Default.SessionStopped) is { Channel: { } channel, ThreadTs: { } thread }:
                foreach (var question in answers.Stop(channel, thread))
                {
                    turns.Abandon(question);
                }

                break;
            case "app_home_opened"
                when body.Deserialize(InboundJsonContext.Default.HomeOpened) is { User: { } user, Channel: { } channel, Tab: var tab }:
                Start(
                    tab == "messages" ? "The suggested questions" : "The home tab",
                    stop =>
                        tab == "messages"
                            ? questions.OfferAsync(user, channel, null, identity, stop)
                            : home.PublishAsync(user, channel, identity, stop),
                    cancellationToken
                );
                break;
            case "assistant_thread_started"
                when body.Deserialize(InboundJsonContext.Default.ThreadStarted)?.AssistantThread
                    is { UserId: { } user, ChannelId: { } channel, ThreadTs: { } thread }:
                Start("The suggested questions", stop => questions.OfferAsync(user, channel, thread, identity, stop), cancellationToken);
                break;
            case "member_joined_channel"
                when body.Deserialize(InboundJsonContext.Default.MemberJoined) is { User: { } user, Channel: { } channel }
                    && user == identity.User:
                Start("The greeting", stop => greeter.GreetAsync(channel, stop), cancellationToken);
                break;
            case "app_uninstalled":
                StartEnding(
                    "The app was removed from the Slack workspace; install it again at OAuth & Permissions and set the "
                        + "new token as SLACK_BOT_TOKEN, or leave SLACK_BOT_TOKEN out to run without Slack.",
                    cancellationToken
                );
                break;
            case "tokens_revoked" when body.Deserialize(InboundJsonContext.Default.TokensRevoked)?.Tokens?.Bot is { Count: > 0 }:
                StartEnding(
                    "The Slack bot token was revoked; install the app again at OAuth & Permissions and set the new "
                        + "token as SLACK_BOT_TOKEN, or leave SLACK_BOT_TOKEN out to run without Slack.",
                    cancellationToken
                );
                break;
        }
    }

    /// <summary>
    /// Such an event may come minutes late, when the app is installed again and has another token: what counts is whether the token is good
    /// now.
    /// </summary>
    private void StartEnding(string reason, CancellationToken cancellationToken)
    {
        var removed = _removed;
        work.Start(
            "The check whether the bot token is still valid",
            async stop =>
            {
                if (!await api.IsTokenGoodAsync(stop))
                {
                    removed.TrySetException(new SlackFatalException(reason));
                }
            },
            cancellationToken
        );
    }

    private void Start(string what, Func<CancellationToken, Task> show, CancellationToken cancellationToken) =>
        work.Start(
            what,
            async stop =>
            {
                try
                {
                    await show(stop);
                }
                catch (Exception exception) when (exception is SlackApiException or FormatException)
                {
                    InboundLog.NotShown(logger, what, exception.Message);
                }
            },
            cancellationToken
        );
}
