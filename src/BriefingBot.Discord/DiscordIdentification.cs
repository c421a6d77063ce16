using System.Net;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>Finds out who the bot is, and whether its token is refused. Thread-safe.</summary>
internal sealed class DiscordIdentification(
    DiscordRestClient rest,
    GatewayTimings timings,
    PlatformStates states,
    TimeProvider clock,
    ILogger<DiscordPlatform> logger
)
{
    /// <summary>Who the bot is; asked until Discord says so.</summary>
    /// <exception cref="DiscordFatalException">The token is refused.</exception>
    public Task<BotIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        rest.ForgetRefusal();
        return PlatformLife.IdentifyAsync<BotIdentity, DiscordApiException>(
            AskAsync,
            timings.Backoff,
            (failure, wait) =>
            {
                states.Lose(DiscordPlatform.PlatformName, failure.Message);
                GatewayLog.NoGateway(logger, 0, wait.TotalSeconds, failure.Message);
            },
            clock,
            cancellationToken
        );
    }

    /// <summary>Fails once a call was refused for its token: REST may learn of that before the gateway does.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        await rest.Refused.WaitAsync(cancellationToken);
        throw new DiscordFatalException(DiscordApiException.TokenAdvice);
    }

    private async Task<BotIdentity> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new BotIdentity((await rest.GetSelfAsync(cancellationToken)).Id, (await rest.GetApplicationAsync(cancellationToken)).Id);
        }
        catch (DiscordApiException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            throw new DiscordFatalException(exception.Message);
        }
    }
}
