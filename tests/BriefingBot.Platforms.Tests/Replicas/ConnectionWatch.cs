using System.Diagnostics;
using BriefingBot.Platforms.Tests.Host;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>Sees when another replica is connected than before, and whether two ever are at once.</summary>
public sealed class ConnectionWatch
{
    private const int SocketsOfOne = 2;
    private readonly ReplicaRoom _room;
    private readonly CancellationToken _cancellationToken;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly int _connections;
    private readonly int _lastSocket;
    private int _twice;

    private ConnectionWatch(ReplicaRoom room, CancellationToken cancellationToken)
    {
        (_room, _cancellationToken) = (room, cancellationToken);
        _connections = room.Discord.Server.Record.Counters.Connections;
        _lastSocket = room.Slack.Server.Sockets.Connected.DefaultIfEmpty().Max();
    }

    /// <summary>Two replicas were connected to one platform at the same time.</summary>
    public bool SawTwo => Volatile.Read(ref _twice) > 0;

    /// <summary>Starts it while one replica is connected to both platforms, which need not be told that it ends.</summary>
    public static ConnectionWatch Start(ReplicaRoom room, CancellationToken cancellationToken)
    {
        ConnectionWatch watch = new(room, cancellationToken);
        _ = watch.WaitForTwoAsync();
        return watch;
    }

    /// <summary>Waits until the one that was connected is no more; how long after the start.</summary>
    public async Task<TimeSpan> WaitForNoneAsync()
    {
        await _room.Discord.Server.Record.WaitUntilAsync(
            () => _room.Discord.Server.Gateway.OpenConnections == 0 || HasNewConnection(),
            RunningBot.Patience,
            _cancellationToken
        );
        return Stopwatch.GetElapsedTime(_started);
    }

    /// <summary>Waits until another is connected to both; how long after the start.</summary>
    public async Task<(TimeSpan Discord, TimeSpan Slack)> WaitForAnotherAsync()
    {
        var times = await Task.WhenAll(
            TimeAsync(_room.Discord.Server.Record.WaitUntilAsync(HasNewConnection, RunningBot.Patience, _cancellationToken)),
            TimeAsync(_room.Slack.Server.Sockets.WaitForNewConnectionAsync(_lastSocket, RunningBot.Patience, _cancellationToken))
        );
        return (times[0], times[1]);
    }

    private bool HasNewConnection() =>
        _room.Discord.Server.Record.Counters.Connections > _connections
        && _room.Discord.Server.Gateway.Sessions.Any(static session => session.IsConnected);

    private async Task<TimeSpan> TimeAsync(Task happening)
    {
        await happening;
        return Stopwatch.GetElapsedTime(_started);
    }

    private async Task WaitForTwoAsync()
    {
        try
        {
            await await Task.WhenAny(
                _room.Discord.Server.Record.WaitUntilAsync(
                    () => _room.Discord.Server.Gateway.OpenConnections > 1,
                    RunningBot.Patience,
                    _cancellationToken
                ),
                _room.Slack.Server.Record.WaitUntilAsync(
                    () => _room.Slack.Server.Sockets.Connected.Count > SocketsOfOne,
                    RunningBot.Patience,
                    _cancellationToken
                )
            );
            Interlocked.Increment(ref _twice);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            // It never was so.
        }
    }
}
