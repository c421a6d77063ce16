using System.Text.Json;
using BriefingBot.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

/// <summary>
/// The life of one connection: hello, envelopes that are dealt with side by side and acknowledged here, until it ends. Used once.
/// </summary>
internal sealed class SocketConnection(
    int slot,
    EnvelopeSocket socket,
    DeliveryMemory memory,
    SlackReceiver receiver,
    SocketModeTimings timings,
    TimeProvider clock,
    ILogger logger
)
{
    /// <summary>Envelopes at one time; more make the connection wait.</summary>
    private const int MaxAtOnce = 256;

    private readonly TaskCompletionSource _established = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<(SocketTurn Turn, string Reason)> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EnvelopeWork _work = new(MaxAtOnce);

    /// <summary>The hello came.</summary>
    public Task Established => _established.Task;

    /// <summary>The first thing that happened to the connection.</summary>
    public Task<(SocketTurn Turn, string Reason)> Turn => _turn.Task;

    /// <summary>Nothing new comes: told to refresh, or over.</summary>
    public Task Done => _done.Task;

    /// <summary>Runs it until it is over; then waits for what is still worked on.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="cancellationToken">The platform stops: Slack is told by a close frame.</param>
    public async Task RunAsync(Uri address, CancellationToken cancellationToken)
    {
        // A receive that is cancelled drops the connection without a close frame, so reading goes on until that is sent.
        using CancellationTokenSource reading = new();
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopping = cancellationToken.Register(() => stopped.TrySetResult());
        var over = ReadAsync(address, reading.Token, cancellationToken);
        try
        {
            if (await Task.WhenAny(over, stopped.Task) != over)
            {
                await SayGoodbyeAsync();
            }
        }
        finally
        {
            await reading.CancelAsync();
            await over;
            await _work.DrainAsync();
            socket.Dispose();
        }
    }

    /// <summary>Waits for the acks that are due, then ends the connection. It has been replaced.</summary>
    public async Task RetireAsync(CancellationToken cancellationToken)
    {
        await _work.DrainAsync().WaitAsync(timings.Drain, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await SayGoodbyeAsync();
    }

    private async Task ReadAsync(Uri address, CancellationToken reading, CancellationToken cancellationToken)
    {
        string reason = "stopped";
        try
        {
            await socket.ConnectAsync(address, reading);
            await GreetAsync(reading, cancellationToken);
            while (true)
            {
                await TakeAsync(await socket.ReceiveAsync(reading), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested || cancellationToken.IsCancellationRequested)
        {
            // The platform stops.
        }
        catch (Exception exception)
        {
            // Whatever ended the connection, the next one takes its place.
            reason = exception.Message;
        }
        finally
        {
            _turn.TrySetResult((SocketTurn.Over, reason));
            _done.TrySetResult();
            _over.TrySetResult();
        }
    }

    private async Task GreetAsync(CancellationToken reading, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(timings.Hello, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, reading);
        try
        {
            while (!_established.Task.IsCompleted)
            {
                await TakeAsync(await socket.ReceiveAsync(either.Token), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (!reading.IsCancellationRequested && timeout.IsCancellationRequested)
        {
            throw new SocketClosedException($"no hello within {timings.Hello.TotalSeconds:0} s");
        }
    }

    private async Task TakeAsync(SocketMessage? message, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case { Type: SocketMessage.Hello }:
                SocketLog.Connected(logger, slot, message.NumConnections);
                _established.TrySetResult();
                break;
            case { Type: SocketMessage.Disconnect }:
                Disconnect(message.Reason ?? "");
                break;
            case { EnvelopeId: { } envelope }:
                await _work.StartAsync(() => HandleAsync(envelope, message, cancellationToken), cancellationToken);
                break;
            default:
                SocketLog.Unknown(logger, slot, message?.Type);
                break;
        }
    }

    private void Disconnect(string reason)
    {
        var turn = reason switch
        {
            "warning" => SocketTurn.EndingSoon,
            "too_many_websockets" => SocketTurn.TooMany,
            "link_disabled" => SocketTurn.Disabled,
            _ => SocketTurn.Refresh,
        };
        _turn.TrySetResult((turn, reason));
        if (turn != SocketTurn.EndingSoon)
        {
            _done.TrySetResult();
        }
    }

    private async Task HandleAsync(string envelope, SocketMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var ack = await ReceiveAsync(message, cancellationToken);
            await socket.SendAsync(new EnvelopeAck(envelope, message.AcceptsResponsePayload ? ack.Payload : null), cancellationToken);
        }
        catch (SocketClosedException exception)
        {
            SocketLog.NotAcknowledged(logger, envelope, message.Type ?? "", exception.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Not acknowledged: it comes again.
        }
        catch (Exception exception)
        {
            // Not acknowledged, for whatever reason: it comes again.
            SocketLog.NotJournaled(logger, exception, envelope, message.Type ?? "", message.RetryAttempt ?? 0);
        }
    }

    private async Task<SlackAck> ReceiveAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        SlackDeliveryKind? kind = message.Type switch
        {
            "events_api" => SlackDeliveryKind.EventsApi,
            "slash_commands" => SlackDeliveryKind.SlashCommand,
            "interactive" => SlackDeliveryKind.Interactive,
            _ => null,
        };
        if (kind is null || message.Payload is not { ValueKind: JsonValueKind.Object } payload)
        {
            SocketLog.Unknown(logger, slot, message.Type);
            return SlackAck.Empty;
        }

        SlackDelivery delivery = new(kind.Value, payload)
        {
            RetryAttempt = message.RetryAttempt ?? 0,
            RetryReason = message.RetryReason is { Length: > 0 } reason ? reason : null,
            AcceptsResponsePayload = message.AcceptsResponsePayload,
        };
        return await memory.ReceiveAsync(delivery, receiver, cancellationToken);
    }

    /// <summary>A close frame tells Slack at once; without its answer the connection is dropped.</summary>
    private async Task SayGoodbyeAsync()
    {
        using CancellationTokenSource patience = new(timings.Goodbye, clock);
        try
        {
            await socket.CloseAsync(patience.Token);
            await _over.Task.WaitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is SocketClosedException or OperationCanceledException)
        {
            socket.Abort();
        }
    }
}
