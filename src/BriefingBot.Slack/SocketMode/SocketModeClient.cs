using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

/// <summary>All WebSockets of this process.</summary>
internal sealed class SocketModeClient(
    SlackWebApi api,
    SlackOptions options,
    DeliveryMemory memory,
    SocketModeTimings timings,
    TimeProvider clock,
    ILoggerFactory loggers)
{
    /// <summary>Keeps them open until cancelled, or until Slack wants none any more.</summary>
    /// <param name="receiver">Takes what comes; the ack follows when it completes.</param>
    /// <param name="cancellationToken">Ends the connections.</param>
    /// <exception cref="SlackFatalException">Slack turned the bot away for good.</exception>
    public Task RunAsync(SlackReceiver receiver, CancellationToken cancellationToken) { _ = (api, options, memory, timings, clock, loggers, receiver, cancellationToken, this); throw new NotSupportedException(); }
}
