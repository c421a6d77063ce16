using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

/// <summary>
/// One place for a WebSocket, filled for as long as the bot runs: a connection that is to end is replaced before it does. Run once.
/// </summary>
internal sealed class SocketSlot(
    int slot,
    SlackWebApi api,
    DeliveryMemory memory,
    SlackReceiver receiver,
    SocketWatch watch,
    SocketModeTimings timings,
    TimeProvider clock,
    ILogger<SocketSlot> logger
)
{
    private readonly List<Task> _past = [];
    private CancellationTokenSource? _lingering;
    private int _failures;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="SlackFatalException">Slack turned the bot away for good.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await ConnectAgainAndAgainAsync(life.Token);
        }
        finally
        {
            await life.CancelAsync();
            await Task.WhenAll(_past).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _lingering?.Dispose();
        }
    }

    private async Task ConnectAgainAndAgainAsync(CancellationToken cancellationToken)
    {
        SocketConnection? replaced = null;
        while (true)
        {
            var connection = await OpenAsync(cancellationToken);
            if (connection is null)
            {
                continue;
            }

            if (replaced is not null)
            {
                await LetGoAsync(replaced, cancellationToken);
            }

            long start = clock.GetTimestamp();
            var (turn, reason) = await connection.Turn.WaitAsync(cancellationToken);
            // However often connections end, Slack lets the bot in: long waits would only lose what it sends meanwhile.
            _failures = clock.GetElapsedTime(start) >= timings.Steady ? 0 : 1;
            if (turn is SocketTurn.Refresh or SocketTurn.EndingSoon)
            {
                replaced = connection;
                SocketLog.Replacing(logger, slot, reason);
                await Task.Delay(timings.Backoff(_failures), clock, cancellationToken);
            }
            else
            {
                replaced = null;
                Keep(connection.RetireAsync(cancellationToken));
                await StayAwayAsync(turn, reason, cancellationToken);
            }
        }
    }

    /// <summary>A connection that stands; null when there is none yet.</summary>
    private async Task<SocketConnection?> OpenAsync(CancellationToken cancellationToken)
    {
        Uri address;
        try
        {
            address = await api.OpenConnectionAsync(cancellationToken);
        }
        catch (SlackApiException exception) when (SlackErrors.EndsSocketMode(exception.Error))
        {
            throw new SlackFatalException($"Slack refuses Socket Mode: {exception.Message}");
        }
        catch (SlackApiException exception)
        {
            var wait = timings.Backoff(++_failures);
            wait = exception.RetryAfter > wait ? exception.RetryAfter.Value : wait;
            watch.OnDisconnected(exception.Message);
            SocketLog.NotOpened(logger, slot, wait.TotalSeconds, exception.Message);
            await Task.Delay(wait, clock, cancellationToken);
            return null;
        }

        SocketConnection connection = new(slot, new EnvelopeSocket(timings, clock), memory, receiver, timings, clock, logger);
        Keep(connection.RunAsync(address, cancellationToken));
        await Task.WhenAny(connection.Established, connection.Turn).WaitAsync(cancellationToken);
        if (connection.Established.IsCompleted)
        {
            watch.OnConnected();
            return connection;
        }

        _failures++;
        var (turn, reason) = await connection.Turn;
        await StayAwayAsync(turn, reason, cancellationToken);
        return null;
    }

    private async Task StayAwayAsync(SocketTurn turn, string reason, CancellationToken cancellationToken)
    {
        if (turn == SocketTurn.Disabled)
        {
            throw new SlackFatalException(
                "Socket Mode was switched off for the app (link_disabled). Switch it on at Settings > Socket Mode and "
                    + "restart, or set Slack:Mode to Http with a public address."
            );
        }

        var wait = timings.Backoff(_failures);
        if (turn == SocketTurn.TooMany)
        {
            wait += timings.TooMany;
            SocketLog.TooMany(logger, wait.TotalSeconds);
        }
        else
        {
            watch.OnDisconnected(reason);
            SocketLog.Disconnected(logger, slot, wait.TotalSeconds, reason);
        }

        await Task.Delay(wait, clock, cancellationToken);
    }

    /// <summary>
    /// Closes a connection that has been replaced: as soon as nothing new comes by it, or after a while, or when the next one has to go.
    /// </summary>
    private async Task LetGoAsync(SocketConnection replaced, CancellationToken cancellationToken)
    {
        if (_lingering is not null)
        {
            await _lingering.CancelAsync();
            _lingering.Dispose();
        }

        _lingering = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Keep(LetGoAsync(replaced, _lingering.Token, cancellationToken));
    }

    private async Task LetGoAsync(SocketConnection replaced, CancellationToken hurry, CancellationToken cancellationToken)
    {
        await replaced.Done.WaitAsync(timings.Linger, clock, hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await replaced.RetireAsync(cancellationToken);
    }

    private void Keep(Task task)
    {
        _past.RemoveAll(static past => past.IsCompletedSuccessfully);
        _past.Add(task);
    }
}
