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
    ILoggerFactory loggers
)
{
    /// <summary>Keeps them open until cancelled, or until Slack wants none any more.</summary>
    /// <param name="receiver">Takes what comes; the ack follows when it completes.</param>
    /// <param name="watch">Told how it stands.</param>
    /// <param name="cancellationToken">Ends the connections.</param>
    /// <exception cref="SlackFatalException">Slack turned the bot away for good.</exception>
    public async Task RunAsync(SlackReceiver receiver, SocketWatch watch, CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> running = [.. Enumerable.Range(0, options.Connections).Select(slot => RunAsync(slot, receiver, watch, life.Token))];
        await Task.WhenAny(running);
        await life.CancelAsync();
        await Task.WhenAll(running);
    }

    private async Task RunAsync(int slot, SlackReceiver receiver, SocketWatch watch, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(options.ConnectionStagger) * slot, clock, cancellationToken);
        await new SocketSlot(slot, api, memory, receiver, watch, timings, clock, loggers.CreateLogger<SocketSlot>()).RunAsync(
            cancellationToken
        );
    }
}
