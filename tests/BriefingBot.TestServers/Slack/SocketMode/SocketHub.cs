using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.TestServers.Slack.SocketMode;

/// <summary>The sockets of the app. Each envelope goes to one of them. Safe to call from any thread.</summary>
public sealed class SocketHub
{
    private static readonly TimeSpan TicketLifetime = TimeSpan.FromSeconds(30);
    private readonly SlackState _state;
    private readonly List<SocketConnection> _connections = [];
    private readonly Dictionary<string, DateTimeOffset> _tickets = new(StringComparer.Ordinal);
    private int _lastNumber;

    internal SocketHub(SlackState state) => _state = state;

    /// <summary>Numbers of the sockets that events can come by now, oldest first; a number is never used again.</summary>
    public IReadOnlyList<int> Connected
    {
        get
        {
            lock (_state.Gate)
            {
                return [.. Open.Select(static connection => connection.Number)];
            }
        }
    }

    internal IEnumerable<SocketConnection> Open =>
        _connections.Where(static connection => connection is { IsReady: true, IsDraining: false, IsEnding: false });

    /// <summary>Waits until as many sockets can take events, or more.</summary>
    public Task WaitForConnectedAsync(int count = 1, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _state.Record.WaitUntilAsync(() => Open.Count() >= count, timeout, cancellationToken);

    /// <summary>Waits until a socket with a higher number than all before the call can take events.</summary>
    /// <param name="after">The highest number until then, such as the last of <see cref="Connected"/>.</param>
    /// <param name="timeout">Real time; 10 s when it is not given.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitForNewConnectionAsync(int after, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _state.Record.WaitUntilAsync(() => Open.Any(connection => connection.Number > after), timeout, cancellationToken);

    /// <summary>Does this to the oldest open socket.</summary>
    public void Inject(SocketFault fault)
    {
        lock (_state.Gate)
        {
            if (Open.FirstOrDefault() is { } connection)
            {
                Inject(connection, fault);
            }
        }
    }

    /// <summary>Does this to every open socket.</summary>
    public void InjectAll(SocketFault fault)
    {
        lock (_state.Gate)
        {
            foreach (SocketConnection connection in Open.ToArray())
            {
                Inject(connection, fault);
            }
        }
    }

    internal string NewAddress()
    {
        string ticket = Guid.NewGuid().ToString();
        _tickets[ticket] = _state.Now + TicketLifetime;
        UriBuilder address = new(_state.BaseAddress)
        {
            Scheme = "ws",
            Path = SocketEndpoint.Path,
            Query = $"ticket={ticket}&app_id={_state.AppId}",
        };
        return address.Uri.AbsoluteUri;
    }

    internal bool UseTicket(string? ticket) => ticket is not null && _tickets.Remove(ticket, out DateTimeOffset end) && end >= _state.Now;

    internal int NextNumber() => Interlocked.Increment(ref _lastNumber);

    internal void Opened(SocketConnection connection)
    {
        if (_connections.Count >= _state.Options.MaxConnections)
        {
            connection.SendDisconnect("too_many_websockets");
            connection.Close();
            return;
        }

        _state.Record.Counters.Connections++;
        _connections.Add(connection);
        _state.Background.Start(cancellationToken => LiveAsync(connection, _state.Faults.TakeHelloDelay(), cancellationToken));
    }

    internal void Ended(SocketConnection connection)
    {
        _connections.Remove(connection);
        _state.Envelopes.Ended(connection);
        _state.Changes.Raise();
    }

    private async Task LiveAsync(SocketConnection connection, TimeSpan helloDelay, CancellationToken cancellationToken)
    {
        if (helloDelay > TimeSpan.Zero)
        {
            await Task.Delay(helloDelay, _state.Clock, cancellationToken);
        }

        lock (_state.Gate)
        {
            connection.Send(Hello(connection));
            connection.IsReady = true;
            _state.Changes.Raise();
        }

        TimeSpan untilWarning = connection.Lifetime - _state.Options.RefreshGrace;
        await Task.Delay(untilWarning > TimeSpan.Zero ? untilWarning : TimeSpan.Zero, _state.Clock, cancellationToken);
        lock (_state.Gate)
        {
            Inject(connection, SocketFault.Warning);
        }

        await Task.Delay(_state.Options.RefreshGrace, _state.Clock, cancellationToken);
        lock (_state.Gate)
        {
            Inject(connection, SocketFault.RefreshRequested);
        }
    }

    private JsonObject Hello(SocketConnection connection) =>
        new()
        {
            ["type"] = "hello",
            ["num_connections"] = _connections.Count,
            ["debug_info"] = new JsonObject
            {
                ["host"] = $"applink-{connection.Number}",
                ["build_number"] = 10,
                ["approximate_connection_time"] = (int)connection.Lifetime.TotalSeconds,
            },
            ["connection_info"] = new JsonObject { ["app_id"] = _state.AppId },
        };

    internal void Inject(SocketConnection connection, SocketFault fault)
    {
        if (connection.IsEnding)
        {
            return;
        }

        _state.Record.CountFault(fault.ToString());
        switch (fault)
        {
            case SocketFault.Warning:
                connection.SendDisconnect("warning");
                break;
            case SocketFault.RefreshRequested when !connection.IsDraining:
                connection.SendDisconnect("refresh_requested");
                connection.IsDraining = true;
                _state.Background.Start(cancellationToken => CloseLaterAsync(connection, cancellationToken));
                break;
            case SocketFault.LinkDisabled:
                connection.SendDisconnect("link_disabled");
                connection.Close();
                break;
            case SocketFault.TooManyWebsockets:
                connection.SendDisconnect("too_many_websockets");
                connection.Close();
                break;
            case SocketFault.Close:
                connection.Close();
                break;
            case SocketFault.DropTcp:
                connection.Drop();
                break;
            case SocketFault.Freeze:
                connection.Freeze();
                break;
        }

        _state.Changes.Raise();
    }

    private async Task CloseLaterAsync(SocketConnection connection, CancellationToken cancellationToken)
    {
        await Task.Delay(_state.Options.RefreshGrace, _state.Clock, cancellationToken);
        lock (_state.Gate)
        {
            connection.Close();
        }
    }
}
