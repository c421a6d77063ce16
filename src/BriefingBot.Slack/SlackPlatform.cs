using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Secrets;
using BriefingBot.Slack.Http;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.Interactions;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.Messages.Threads;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack;

/// <summary>Slack as a chat platform: deliveries in, answers out.</summary>
internal sealed class SlackPlatform(
    SlackOptions options,
    SlackWebApi api,
    SocketModeClient sockets,
    SlackHttpReceiver requests,
    SocketModeTimings timings,
    SlackInbound inbound,
    AwaitedIdentity self,
    LiveAnswers live,
    ThreadStatusLine status,
    AgentSessions sessions,
    AnswerStreamer streams,
    AnswerReplies answers,
    NoticeReplies notices,
    AnnouncementReplies announcements,
    DirectReplies direct,
    ResponseReplies responses,
    ThreadPosts posts,
    PlatformStates states,
    [FromKeyedServices(SlackPlatform.PlatformName)] TrackedWork work,
    TimeProvider clock,
    ILogger<SlackPlatform> logger
) : IChatPlatform
{
    /// <summary>The first part of every question's id.</summary>
    public const string PlatformName = "slack";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public string? Connection => options.Mode == SlackMode.Http ? null : PlatformName;

    /// <summary>Replies wait until it is known who posts them.</summary>
    /// <inheritdoc/>
    public async Task StandByAsync(CancellationToken cancellationToken)
    {
        if (!self.IsKnown)
        {
            api.ForgetRefusal();
            self.Set(await IdentifyAsync(cancellationToken));
        }
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            api.ForgetRefusal();
            inbound.ForgetRemoval();
            self.Set(await IdentifyAsync(life.Token));
            // What runs beside the deliveries lives as long as the platform, not as long as a delivery.
            SlackReceiver receiver = (delivery, _) => inbound.ReceiveAsync(delivery, life.Token);
            Task running =
                options.Mode == SlackMode.Http
                    ? requests.RunAsync(receiver, life.Token)
                    : sockets.RunAsync(
                        receiver,
                        new SocketWatch(() => states.Connect(PlatformName), reason => states.Lose(PlatformName, reason)),
                        life.Token
                    );
            if (options.Mode == SlackMode.Http)
            {
                InboundLog.TakingRequests(logger);
                states.Connect(PlatformName);
            }

            var ended = await Task.WhenAny(running, inbound.Removed, RefusedAsync(life.Token));
            await life.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        }
    }

    /// <inheritdoc/>
    public async Task WaitForNewSecretAsync(CancellationToken cancellationToken)
    {
        await SecretFile.WaitForChangeAsync(options.TokenSources, clock, cancellationToken);
        options.FindSecrets();
    }

    /// <inheritdoc/>
    public async Task ShowProgressAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken)
    {
        // A command has no message to show anything at, and talk in a thread may turn out to be no question.
        if (
            question.ReplyToken is not null
            || question.Kind == ChatQuestionKind.Announcement
            || (question.Kind == ChatQuestionKind.FollowUp && !progress.IsUnderstood)
        )
        {
            return;
        }

        var answer = live.Of(question);
        if (progress.Answer is { Sentences.Count: > 0 } begun)
        {
            await streams.GrowAsync(answer, question, begun, cancellationToken);
        }
        else if (answer is { Stream: null, IsStopped: false })
        {
            await Task.WhenAll(status.ShowAsync(answer, progress.Text, cancellationToken), sessions.BeginAsync(answer, cancellationToken));
        }
    }

    /// <inheritdoc/>
    public async Task WithdrawProgressAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (question is { ReplyToken: null, Kind: not ChatQuestionKind.Announcement })
        {
            var answer = live.Of(question);
            if (answer.Stream is not null)
            {
                await streams.DropAsync(answer, cancellationToken);
            }

            await Task.WhenAll(status.ClearAsync(answer, cancellationToken), sessions.EndAsync(answer, cancellationToken));
            live.Remove(question.Id);
        }
    }

    /// <inheritdoc/>
    public async Task DeliverAsync(ChatDelivery delivery, CancellationToken cancellationToken)
    {
        var question = delivery.Question;
        if (delivery.Reply is AnnouncementReply announcement)
        {
            await AnnounceAsync(delivery, announcement, cancellationToken);
            return;
        }

        var target = ResponseTarget.Read(question.ReplyToken);
        var answer = target is null ? live.Of(question) : null;
        try
        {
            await (
                answer is null
                    ? responses.DeliverAsync(delivery, target!, cancellationToken)
                    : PostAsync(delivery, answer, cancellationToken)
            );
        }
        catch (SlackApiException exception)
        {
            bool isPermanent = exception is { IsPermanent: true, IsTokenRefused: false };
            if (isPermanent)
            {
                await sessions.EndAsync(answer, cancellationToken);
                live.Remove(question.Id);
            }

            throw Refusal(exception);
        }

        await sessions.EndAsync(answer, cancellationToken);
        live.Remove(question.Id);
    }

    private async Task AnnounceAsync(ChatDelivery delivery, AnnouncementReply announcement, CancellationToken cancellationToken)
    {
        try
        {
            await announcements.DeliverAsync(delivery, announcement, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            throw Refusal(exception);
        }
    }

    private static ChatDeliveryException Refusal(SlackApiException exception) =>
        new(exception.Message, exception is { IsPermanent: true, IsTokenRefused: false }, exception)
        {
            RetryAfter = exception.RetryAfter,
            IsPlatformRefused = exception.IsTokenRefused,
        };

    private async Task PostAsync(ChatDelivery delivery, LiveAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await (
                delivery.Reply is AnswerReply reply
                    ? answers.DeliverAsync(delivery, reply.Answer, answer, cancellationToken)
                    : notices.DeliverAsync(delivery, (NoticeReply)delivery.Reply, answer, cancellationToken)
            );
        }
        catch (SlackApiException exception)
            when (SlackErrors.RefusesPlace(exception.Error) && !answer.Place.IsDirect && delivery.Question.Kind != ChatQuestionKind.FollowUp
            )
        {
            await direct.DeliverAsync(delivery, exception, cancellationToken);
            await status.ClearAsync(answer, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public int Fit(int count, Func<int, IReadOnlyList<AnswerBlock>> blocks) =>
        MessagePages.Fit(count, blocks, SlackMarkup.Message, SlackMarkup.Limits);

    /// <inheritdoc/>
    public Task<string?> ReadPostAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        posts.ReadAsync(question, cancellationToken);

    /// <inheritdoc/>
    public async Task TellAsync(ChatQuestion question, string line, CancellationToken cancellationToken)
    {
        try
        {
            await notices.TellAsync(question, line, cancellationToken);
        }
        catch (SlackApiException exception)
        {
            throw new ChatDeliveryException(exception.Message, exception.IsPermanent, exception) { RetryAfter = exception.RetryAfter };
        }
    }

    /// <summary>A call may learn of a refused token before an event tells.</summary>
    private async Task RefusedAsync(CancellationToken cancellationToken) =>
        throw new SlackFatalException(await api.Refused.WaitAsync(cancellationToken));

    private async Task<BotIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        for (int failures = 1; ; failures++)
        {
            try
            {
                var known = await api.AuthTestAsync(cancellationToken);
                InboundLog.Identified(logger, known.UserId, known.TeamId);
                return new BotIdentity(known.TeamId, known.UserId, known.BotId, known.EnterpriseId);
            }
            catch (SlackApiException exception) when (exception.IsTokenRefused)
            {
                throw new SlackFatalException(exception.Message);
            }
            catch (SlackApiException exception)
            {
                var wait = timings.Backoff(failures);
                states.Lose(PlatformName, exception.Message);
                InboundLog.NotIdentified(logger, wait.TotalSeconds, exception.Message);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }
}
