using System.Net;
using System.Net.Sockets;

namespace BriefingBot.TestServers.Proxy;

/// <summary>One connection of a client with the one to the server that is made for it.</summary>
internal sealed class ProxiedConnection : IAsyncDisposable
{
    private readonly Socket _client;
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ProxiedStream _up;
    private readonly ProxiedStream _down;
    private readonly PassGate _gate;
    private readonly CancellationTokenSource _breaking = new();

    private ProxiedConnection(Socket client, PassGate gate, Action<int> passingUp, Action<int> passingDown)
    {
        _client = client;
        _client.NoDelay = true;
        _gate = gate;
        _up = new ProxiedStream(_client, _server, gate, passingUp);
        _down = new ProxiedStream(_server, _client, gate, passingDown);
    }

    /// <summary>Ends, never with an error, when both sides are closed.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Takes a client's connection over.</summary>
    public static ProxiedConnection Start(Socket client, EndPoint server, PassGate gate, Action<int> passingUp, Action<int> passingDown)
    {
        ProxiedConnection connection = new(client, gate, passingUp, passingDown);
        connection.Ended = connection.RunAsync(server, connection._breaking.Token);
        return connection;
    }

    /// <summary>Waits for what passed the gate before it was closed.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_up.SettleAsync(cancellationToken), _down.SettleAsync(cancellationToken));

    /// <summary>Resets both sides, if they are there still.</summary>
    public async Task BreakAsync()
    {
        await _breaking.CancelAsync();
        await Ended;
    }

    public async ValueTask DisposeAsync()
    {
        await BreakAsync();
        _breaking.Dispose();
        _up.Dispose();
        _down.Dispose();
    }

    private async Task RunAsync(EndPoint server, CancellationToken cancellationToken)
    {
        try
        {
            await _gate.WaitAsync(cancellationToken);
            await _server.ConnectAsync(server, cancellationToken);
            await Task.WhenAll(PassAsync(_up, cancellationToken), PassAsync(_down, cancellationToken));
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // Without lingering a socket is closed with a reset.
            _client.LingerState = new LingerOption(enable: true, seconds: 0);
            _server.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        finally
        {
            _client.Dispose();
            _server.Dispose();
        }
    }

    private async Task PassAsync(ProxiedStream stream, CancellationToken cancellationToken)
    {
        try
        {
            await stream.RunAsync(cancellationToken);
        }
        catch (SocketException)
        {
            // The other direction ends with this one.
            await _breaking.CancelAsync();
            throw;
        }
    }
}
