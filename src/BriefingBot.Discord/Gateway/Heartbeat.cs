using BriefingBot.Discord.Gateway.Sessions;

namespace BriefingBot.Discord.Gateway;

/// <summary>Beats while a connection lives and notices when nobody answers.</summary>
internal sealed class Heartbeat(GatewaySocket socket, GatewaySession session, TimeProvider clock)
{
    private volatile bool _answered = true;
    private long _sent;

    /// <summary>
    /// A beat went unanswered until the next was due: the connection is dead, whatever the network thinks, and was dropped.
    /// </summary>
    public bool IsZombie { get; private set; }

    /// <summary>From the last beat to its answer; null before the first.</summary>
    public TimeSpan? Latency { get; private set; }

    /// <summary>Takes note of an answer.</summary>
    public void Answered()
    {
        Latency = clock.GetElapsedTime(Volatile.Read(ref _sent));
        _answered = true;
    }

    /// <summary>Beats once, now: Discord asked.</summary>
    public Task BeatAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _sent, clock.GetTimestamp());
        return socket.SendHeartbeatAsync(session.Received, cancellationToken);
    }

    /// <summary>Beats until cancelled or until the connection is over, the first time after a random part of the interval.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(interval * Random.Shared.NextDouble(), clock, cancellationToken);
            while (_answered)
            {
                _answered = false;
                await BeatAsync(cancellationToken);
                await Task.Delay(interval, clock, cancellationToken);
            }

            IsZombie = true;
            socket.Abort();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The connection ended first.
        }
        catch (GatewayClosedException)
        {
            // The reader sees the same and says why.
        }
    }
}
