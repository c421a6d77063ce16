using System.Net;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Secrets;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>Discord as a chat platform: events in, answers out.</summary>
internal sealed class DiscordPlatform(
    DiscordOptions options,
    DiscordRestClient rest,
    DiscordGateway gateway,
    GatewayTimings timings,
    DiscordEvents events,
    CommandRegistrar registrar,
    TypingIndicator typing,
    ReplyRenderer renderer,
    InteractionReplies interactions,
    ThreadPosts posts,
    ChannelReplies channels,
    PlatformStates states,
    [FromKeyedServices(DiscordPlatform.PlatformName)] TrackedWork work,
    TimeProvider clock,
    ILogger<DiscordPlatform> logger
) : IChatPlatform
{
    /// <summary>The first part of every question's id.</summary>
    public const string PlatformName = "discord";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public string? Connection => options.ShardIds.Count == 0 ? PlatformName : $"{PlatformName} shard {string.Join('+', options.ShardIds)}";

    /// <summary>Posting needs nothing of the gateway.</summary>
    /// <inheritdoc/>
    public Task StandByAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            rest.ForgetRefusal();
            var self = await IdentifyAsync(life.Token);
            Task[] running = [gateway.RunAsync(Sink(self), life.Token), events.CatchUpAsync(self, life.Token), RefusedAsync(life.Token)];
            if (options.ShardIds.Count == 0 || options.ShardIds.Contains(0))
            {
                work.Start("Registering the commands", token => registrar.RegisterAsync(self.Application, token), life.Token);
            }

            var ended = await Task.WhenAny(running);
            await life.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ended;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            await life.CancelAsync();
            await work.DrainAsync();
            await typing.EndAllAsync();
        }
    }

    /// <inheritdoc/>
    public async Task WaitForNewSecretAsync(CancellationToken cancellationToken)
    {
        await SecretFile.WaitForChangeAsync(options.TokenSource is { } file ? [file] : [], clock, cancellationToken);
        options.FindToken();
    }

    /// <inheritdoc/>
    public Task ShowProgressAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken)
    {
        // A deferred reply shows by itself that the bot is thinking.
        if (question is { ReplyToken: null, Kind: not ChatQuestionKind.Announcement })
        {
            var channel = Snowflake.Parse(question.Address.Thread ?? question.Address.Channel);
            typing.Begin(question.Id, channel, once: question.Kind == ChatQuestionKind.FollowUp);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WithdrawProgressAsync(ChatQuestion question, CancellationToken cancellationToken) => typing.EndAsync(question.Id);

    /// <inheritdoc/>
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

    /// <summary>Counted as texts: a card always holds what two of them do.</summary>
    public int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks) =>
        MessagePages.Fit(count, blocks, DiscordMarkup.Instance, DiscordMarkup.Limits);

    /// <inheritdoc/>
    public Task<string?> ReadPostAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        posts.ReadAsync(question, cancellationToken);

    /// <inheritdoc/>
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

    private GatewayEventSink Sink(BotIdentity self) =>
        new(
            received =>
            {
                states.Receive(PlatformName);
                events.Receive(received);
            },
            (received, stop) => events.HandleAsync(received, self, stop)
        )
        {
            OnConnected = () => states.Connect(PlatformName),
            OnDisconnected = reason => states.Lose(PlatformName, reason),
        };

    /// <summary>REST may learn of a refused token before the gateway does.</summary>
    private async Task RefusedAsync(CancellationToken cancellationToken)
    {
        await rest.Refused.WaitAsync(cancellationToken);
        throw new DiscordFatalException(DiscordApiException.TokenAdvice);
    }

    /// <summary>What Discord refused once it will refuse again; limits and failures pass.</summary>
    private static bool IsPermanent(DiscordApiException exception) =>
        exception.Status is { } status
        && (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        && !exception.IsTokenRefused;

    private async Task<BotIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        for (int failures = 1; ; failures++)
        {
            try
            {
                return new BotIdentity(
                    (await rest.GetSelfAsync(cancellationToken)).Id,
                    (await rest.GetApplicationAsync(cancellationToken)).Id
                );
            }
            catch (DiscordApiException exception) when (exception.Status == HttpStatusCode.Unauthorized)
            {
                throw new DiscordFatalException(exception.Message);
            }
            catch (DiscordApiException exception)
            {
                var wait = timings.Backoff(failures);
                states.Lose(PlatformName, exception.Message);
                GatewayLog.NoGateway(logger, 0, wait.TotalSeconds, exception.Message);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }
}
