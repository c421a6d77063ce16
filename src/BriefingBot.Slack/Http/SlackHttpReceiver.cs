using BriefingBot.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Http;

/// <summary>Takes Slack's signed requests. The host maps its three addresses to it. Thread-safe.</summary>
public sealed class SlackHttpReceiver
{
    /// <summary>Longer bodies are refused, in bytes.</summary>
    public const int MaxBody = 1024 * 1024;

    internal SlackHttpReceiver(SlackOptions options, DeliveryMemory memory, TimeProvider clock, ILogger<SlackHttpReceiver> logger) =>
        _ = (options, memory, clock, logger);

    /// <summary>Deals with one request: checks its signature, hands it on, and completes when it is journaled.</summary>
    /// <param name="path">Where it came to.</param>
    /// <param name="header">Gives a header by its name, in any case; null when it is not there.</param>
    /// <param name="body">The body, as it came; read to its end or to <see cref="MaxBody"/>.</param>
    /// <param name="cancellationToken">The request ends; what is being journaled is journaled all the same.</param>
    public Task<SlackHttpResponse> ReceiveAsync(SlackHttpPath path, Func<string, string?> header, Stream body, CancellationToken cancellationToken) { _ = (path, header, body, cancellationToken, this); throw new NotSupportedException(); }

    /// <summary>Hands requests to the receiver until cancelled; before and after, they are answered with 503 and Slack tries again.</summary>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    internal Task RunAsync(SlackReceiver receiver, CancellationToken cancellationToken) { _ = (receiver, cancellationToken, this); throw new NotSupportedException(); }
}
