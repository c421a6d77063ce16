using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Slack.Http;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.SocketMode;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack;

/// <summary>What comes in: over Socket Mode or signed HTTP, as the options say.</summary>
internal sealed class SlackReception(
    SlackOptions options,
    SocketModeClient sockets,
    SlackHttpReceiver requests,
    SlackInbound inbound,
    PlatformStates states,
    ILogger<SlackPlatform> logger
)
{
    /// <summary>What was said of an app that was taken out of the workspace no longer counts.</summary>
    public void ForgetRemoval() => inbound.ForgetRemoval();

    /// <summary>Takes deliveries.</summary>
    /// <returns>What runs until the token ends it, or the app is taken out of the workspace.</returns>
    public IReadOnlyList<Task> Start(CancellationToken cancellationToken)
    {
        // What runs beside the deliveries lives as long as the platform, not as long as a delivery.
        SlackReceiver receiver = (delivery, _) => inbound.ReceiveAsync(delivery, cancellationToken);
        Task running =
            options.Mode == SlackMode.Http
                ? requests.RunAsync(receiver, cancellationToken)
                : sockets.RunAsync(
                    receiver,
                    new SocketWatch(
                        () => states.Connect(SlackPlatform.PlatformName),
                        reason => states.Lose(SlackPlatform.PlatformName, reason)
                    ),
                    cancellationToken
                );
        if (options.Mode == SlackMode.Http)
        {
            InboundLog.TakingRequests(logger);
            states.Connect(SlackPlatform.PlatformName);
        }

        return [running, inbound.Removed.WaitAsync(cancellationToken)];
    }
}
