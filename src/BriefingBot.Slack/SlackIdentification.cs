using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack;

/// <summary>Finds out who the bot is, and whether its token is refused. Thread-safe.</summary>
internal sealed class SlackIdentification(
    SlackWebApi api,
    AwaitedIdentity self,
    SocketModeTimings timings,
    PlatformStates states,
    TimeProvider clock,
    ILogger<SlackPlatform> logger
)
{
    /// <summary>Whether Slack has said who the bot is.</summary>
    public bool IsKnown => self.IsKnown;

    /// <summary>Asks who the bot is until Slack says so, and lets those go on who wait for it.</summary>
    /// <exception cref="SlackFatalException">The token is refused.</exception>
    public async Task IdentifyAsync(CancellationToken cancellationToken)
    {
        api.ForgetRefusal();
        self.Set(
            await PlatformLife.IdentifyAsync<BotIdentity, SlackApiException>(
                AskAsync,
                timings.Backoff,
                (failure, wait) =>
                {
                    states.Lose(SlackPlatform.PlatformName, failure.Message);
                    InboundLog.NotIdentified(logger, wait.TotalSeconds, failure.Message);
                },
                clock,
                cancellationToken
            )
        );
    }

    /// <summary>Fails once a call was refused for its token: a call may learn of that before an event tells.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken) =>
        throw new SlackFatalException(await api.Refused.WaitAsync(cancellationToken));

    private async Task<BotIdentity> AskAsync(CancellationToken cancellationToken)
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
    }
}
