using System.Text;
using System.Text.Json;
using BriefingBot.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Http;

/// <summary>Takes Slack's signed requests. The host maps its three addresses to it. Thread-safe.</summary>
public sealed class SlackHttpReceiver
{
    /// <summary>Longer bodies are refused, in bytes.</summary>
    public const int MaxBody = 1024 * 1024;

    private readonly SignatureVerifier? _verifier;
    private readonly DeliveryMemory _memory;
    private readonly TimeProvider _clock;
    private readonly ILogger<SlackHttpReceiver> _logger;
    private RunningReceiver? _door;

    internal SlackHttpReceiver(SlackOptions options, DeliveryMemory memory, TimeProvider clock, ILogger<SlackHttpReceiver> logger)
    {
        _verifier = options is { Mode: SlackMode.Http, SigningSecret: { Length: > 0 } secret }
            ? new SignatureVerifier(secret, clock)
            : null;
        (_memory, _clock, _logger) = (memory, clock, logger);
    }

    /// <summary>Deals with one request: checks its signature, hands it on, and completes when it is journaled.</summary>
    /// <param name="path">Where it came to.</param>
    /// <param name="header">Gives a header by its name, in any case; null when it is not there.</param>
    /// <param name="body">The body, as it came; read to its end or to <see cref="MaxBody"/>.</param>
    /// <param name="cancellationToken">The request ends; what is being journaled is journaled all the same.</param>
    /// <returns>The answer; 404 when the bot does not take events by HTTP.</returns>
    public async Task<SlackHttpResponse> ReceiveAsync(
        SlackHttpPath path,
        Func<string, string?> header,
        Stream body,
        CancellationToken cancellationToken
    )
    {
        if (_verifier is null)
        {
            return SlackHttpResponse.Say(404, "The bot receives events through Socket Mode.");
        }

        if (await BodyReader.ReadAsync(body, MaxBody, cancellationToken) is not { } read)
        {
            SlackHttpLog.Refused(_logger, path, $"it is longer than {MaxBody} bytes");
            return SlackHttpResponse.Say(413, "Too long.");
        }

        SlackHttpRequest request = new(path, header, read);
        if (request.IsSslCheck)
        {
            SlackHttpLog.Checked(_logger, path);
            return SlackHttpResponse.Done;
        }

        if (
            _verifier.FindFault(header(SignatureVerifier.TimestampHeader), header(SignatureVerifier.SignatureHeader), read.Span) is
            { } fault
        )
        {
            SlackHttpLog.Refused(_logger, path, fault);
            return SlackHttpResponse.Say(401, "Not signed by Slack.");
        }

        return await ReceiveAsync(request);
    }

    /// <summary>
    /// Hands requests to the receiver until cancelled; before and after, they are answered with 503 and Slack sends events again.
    /// </summary>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    internal async Task RunAsync(SlackReceiver receiver, CancellationToken cancellationToken)
    {
        RunningReceiver door = new(receiver, cancellationToken);
        if (Interlocked.CompareExchange(ref _door, door, null) is not null)
        {
            throw new InvalidOperationException("Slack's requests are already being taken.");
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
        }
        finally
        {
            await door.CloseAsync();
            Volatile.Write(ref _door, null);
        }
    }

    private async Task<SlackHttpResponse> ReceiveAsync(SlackHttpRequest request)
    {
        SlackDelivery delivery;
        try
        {
            delivery = request.ReadDelivery();
        }
        catch (JsonException exception)
        {
            SlackHttpLog.Refused(_logger, request.Path, exception.Message);
            return SlackHttpResponse.Say(400, "Cannot be read.");
        }

        if (request.Path == SlackHttpPath.Events && SlackHttpRequest.Type(delivery.Payload) == "url_verification")
        {
            SlackHttpLog.Checked(_logger, request.Path);
            return SlackHttpResponse.Say(200, delivery.Payload.TryGetProperty("challenge", out var challenge) ? challenge.ToString() : "");
        }

        if (Volatile.Read(ref _door) is not { } door || !door.TryEnter())
        {
            return SlackHttpResponse.Say(503, "Not ready.");
        }

        try
        {
            return await HandOnAsync(request, delivery, door);
        }
        finally
        {
            door.Leave();
        }
    }

    private async Task<SlackHttpResponse> HandOnAsync(SlackHttpRequest request, SlackDelivery delivery, RunningReceiver door)
    {
        try
        {
            // Not by the request's own token: when Slack has hung up, the question is journaled all the same, for commands are sent once.
            var ack = await _memory.ReceiveAsync(delivery, door.Receiver, door.Life);
            return delivery.AcceptsResponsePayload && ack.Payload is { } payload
                ? new SlackHttpResponse(200, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(payload.GetRawText()))
                : SlackHttpResponse.Done;
        }
        catch (OperationCanceledException) when (door.Life.IsCancellationRequested)
        {
            return SlackHttpResponse.Say(503, "Stopping.");
        }
        catch (Exception exception)
        {
            // Not taken, for whatever reason: Slack repeats what is answered with 500.
            SlackHttpLog.NotJournaled(_logger, exception, request.Path, delivery.RetryAttempt);
            return SlackHttpResponse.Say(500, "Not taken.");
        }
    }
}
