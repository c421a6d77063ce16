using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BriefingBot.TestServers.Proxy;

/// <summary>
/// A network between a client and a server that can be cut: on a free port of the loopback address, every connection is passed on.
/// Cutting and restoring is for one caller at a time, the rest is thread-safe.
/// </summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly EndPoint _server;
    private readonly PassGate _gate = new();
    private readonly ConcurrentQueue<ProxiedConnection> _connections = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private volatile bool _isBroken;
    private int _accepted;
    private long _up;
    private long _down;

    private TcpProxy(EndPoint server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync(_ending.Token);
    }

    /// <summary>Where clients connect to.</summary>
    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Connections that were ever taken; those that a broken network resets at once are none.</summary>
    public int AcceptedConnections => Volatile.Read(ref _accepted);

    /// <summary>Connections that are there now, frozen ones included.</summary>
    public int OpenConnections => _connections.Count(static connection => !connection.Ended.IsCompleted);

    /// <summary>Bytes that were passed on to the server.</summary>
    public long BytesToServer => Volatile.Read(ref _up);

    /// <summary>Bytes that were passed on to clients.</summary>
    public long BytesToClients => Volatile.Read(ref _down);

    /// <summary>Starts one before a server of this machine.</summary>
    public static TcpProxy Start(int serverPort) => Start(new IPEndPoint(IPAddress.Loopback, serverPort));

    /// <summary>Starts one before a server, which need not be there yet.</summary>
    public static TcpProxy Start(EndPoint server) => new(server);

    /// <summary>Cuts the network until <see cref="Restore"/>: afterwards no byte passes any more.</summary>
    public async Task CutAsync(TcpCut cut, CancellationToken cancellationToken)
    {
        if (cut == TcpCut.Freeze)
        {
            _gate.Close();
            _isBroken = false;
            await Task.WhenAll(_connections.Select(connection => connection.SettleAsync(cancellationToken)));
            return;
        }

        _isBroken = true;
        await Task.WhenAll(_connections.Select(static connection => connection.BreakAsync())).WaitAsync(cancellationToken);
    }

    /// <summary>Lets connections be made again; those that were frozen go on where they were.</summary>
    public void Restore()
    {
        _isBroken = false;
        _gate.Open();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _accepting;
        _listener.Dispose();
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }

        _ending.Dispose();
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(cancellationToken);
                if (_isBroken)
                {
                    client.LingerState = new LingerOption(enable: true, seconds: 0);
                    client.Dispose();
                    continue;
                }

                Interlocked.Increment(ref _accepted);
                var connection = ProxiedConnection.Start(
                    client,
                    _server,
                    _gate,
                    count => Interlocked.Add(ref _up, count),
                    count => Interlocked.Add(ref _down, count)
                );
                _connections.Enqueue(connection);
                if (_isBroken)
                {
                    // It came while the network broke, and may not have been seen.
                    await connection.BreakAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The proxy is disposed.
        }
    }
}
