using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>
/// The gateway: its sessions, what is dispatched to whom, and orders for a test to give. Events that no session can receive are lost, as
/// with Discord; <see cref="Records.DiscordCounters.UndeliveredEvents"/> counts them. Safe to call from any thread.
/// </summary>
public sealed class GatewayHub
{
    private readonly DiscordState _state;
    private readonly List<GatewayConnection> _connections = [];
    private readonly List<GatewaySession> _sessions = [];

    internal GatewayHub(DiscordState state)
    {
        _state = state;
        Token = state.Options.Token;
        Limits = new IdentifyLimits(state);
    }

    /// <summary>Sessions that are connected or can still be resumed.</summary>
    public IReadOnlyList<GatewaySession> Sessions
    {
        get
        {
            lock (_state.Gate)
            {
                ForgetExpired();
                return [.. _sessions];
            }
        }
    }

    /// <summary>WebSockets that are open now, identified or not.</summary>
    public int OpenConnections
    {
        get
        {
            lock (_state.Gate)
            {
                return _connections.Count;
            }
        }
    }

    internal IdentifyLimits Limits { get; }

    internal string Token { get; private set; }

    internal bool IsTokenVoid { get; private set; }

    /// <summary>Waits until <paramref name="sessions"/> sessions are connected (each had READY or RESUMED).</summary>
    /// <exception cref="TimeoutException">It did not happen in time (10 s by default).</exception>
    public Task WaitForConnectedAsync(int sessions = 1, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _state.Record.WaitUntilAsync(() => _sessions.Count(static session => session.IsConnected) >= sessions, timeout, cancellationToken);

    /// <summary>Does this to every connected session at once.</summary>
    public void Inject(GatewayFault fault)
    {
        lock (_state.Gate)
        {
            foreach (GatewaySession session in _sessions.ToArray())
            {
                Apply(session, fault);
            }

            _state.Changes.Raise();
        }
    }

    /// <summary>Closes every connected session's connection with this code.</summary>
    public void Close(GatewayCloseCode code)
    {
        lock (_state.Gate)
        {
            foreach (GatewaySession session in _sessions)
            {
                CloseConnection(session, code);
            }

            _state.Changes.Raise();
        }
    }

    /// <summary>Asks for a heartbeat (op 1).</summary>
    public void RequestHeartbeat()
    {
        lock (_state.Gate)
        {
            foreach (GatewaySession session in _sessions)
            {
                session.Connection?.Send(GatewayOpcode.Heartbeat, null);
            }
        }
    }

    /// <summary>Stops acknowledging heartbeats on the connections that are open now: to the client they are zombies.</summary>
    public void SilenceHeartbeatAcks()
    {
        lock (_state.Gate)
        {
            _connections.ForEach(static connection => connection.SilencesAcks = true);
        }
    }

    /// <summary>Ends every session, as if it had been away too long: the next resume is answered op 9 false.</summary>
    public void ForgetSessions()
    {
        lock (_state.Gate)
        {
            _sessions.RemoveAll(static session => !session.IsConnected);
        }
    }

    internal void Opened(GatewayConnection connection)
    {
        _connections.Add(connection);
        _state.Record.Counters.Connections++;
        if (_state.Faults.TakeReconnectInsteadOfHello())
        {
            connection.Send(GatewayOpcode.Reconnect, null);
            return;
        }

        connection.Send(
            GatewayOpcode.Hello,
            new JsonObject
            {
                ["heartbeat_interval"] = (int)_state.Options.HeartbeatInterval.TotalMilliseconds,
                ["_trace"] = new JsonArray(),
            }
        );
    }

    internal void Ended(GatewayConnection connection, int? clientCode)
    {
        _connections.Remove(connection);
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Detach(_state.Now);
            if (clientCode is (int)GatewayCloseCode.Normal or (int)GatewayCloseCode.GoingAway)
            {
                Remove(session);
            }
        }

        _state.Changes.Raise();
    }

    internal void Start(GatewayConnection connection, GatewayIntents intents, int shardId, int shardCount, JsonObject? presence)
    {
        GatewaySession session = new(Guid.NewGuid().ToString("N"), intents, shardId, shardCount)
        {
            Presence = presence?.DeepClone().AsObject(),
        };
        _sessions.Add(session);
        connection.Carry(session);
        _state.Record.Counters.Identifies++;
        FakeGuild[] guilds = [.. _state.Guilds.Values.Where(session.Sees)];
        session.Send("READY", ReadyPayload.Write(_state, session, guilds));
        if (intents.HasFlag(GatewayIntents.Guilds))
        {
            foreach (FakeGuild guild in guilds)
            {
                session.Send("GUILD_CREATE", guild.ToJson());
            }
        }

        _state.Changes.Raise();
    }

    internal GatewaySession? FindResumable(string id)
    {
        ForgetExpired();
        return _sessions.Find(session => session.Id == id);
    }

    internal void Remove(GatewaySession session) => _sessions.Remove(session);

    /// <summary>
    /// The token is reset in the Developer Portal: what is connected is closed, and only the token that is given back is good.
    /// </summary>
    public string ResetToken()
    {
        lock (_state.Gate)
        {
            VoidToken();
            IsTokenVoid = false;
            Token = $"{Token}-again";
            return Token;
        }
    }

    internal void VoidToken()
    {
        IsTokenVoid = true;
        _connections.ForEach(static connection => connection.Close(GatewayCloseCode.AuthenticationFailed, "Authentication failed."));
        _sessions.Clear();
    }

    internal void Dispatch(string name, FakeGuild? guild, JsonObject data, GatewayIntents intent = GatewayIntents.Guilds) =>
        Dispatch(name, guild, intent, _ => data.DeepClone().AsObject());

    /// <summary>To every session of the right shard that asked for it; true when one took it.</summary>
    internal bool Dispatch(string name, FakeGuild? guild, GatewayIntents intent, Func<GatewaySession, JsonObject> data)
    {
        ForgetExpired();
        bool delivered = false;
        foreach (GatewaySession session in _sessions.ToArray())
        {
            if (session.Sees(guild) && session.Intents.HasFlag(intent))
            {
                delivered = true;
                Deliver(session, name, data(session));
            }
        }

        _state.Changes.Raise();
        return delivered;
    }

    internal bool DispatchMessage(string name, FakeMessage message)
    {
        if (!message.Channel.PermissionsOf(_state.Application.Bot).HasFlag(Permissions.ViewChannel))
        {
            return false;
        }

        GatewayIntents intent = message.Channel.IsDirectMessage ? GatewayIntents.DirectMessages : GatewayIntents.GuildMessages;
        return Dispatch(
            name,
            message.Channel.Guild,
            intent,
            session =>
                MessageJson.WriteEvent(
                    message,
                    new MessageVisibility(_state.Application.Bot, session.Intents.HasFlag(GatewayIntents.MessageContent))
                )
        );
    }

    private void Deliver(GatewaySession session, string name, JsonObject data)
    {
        GatewayFault? fault = session.IsConnected ? _state.Faults.NextGatewayFault() : null;
        if (fault is not null and not GatewayFault.InvalidateSession && _state.Faults.NextIsBeforeEvent())
        {
            // The event is lost in flight: only the replay brings it.
            Apply(session, fault.Value);
            session.Send(name, data);
            return;
        }

        session.Send(name, data);
        if (fault is not null)
        {
            Apply(session, fault.Value);
        }
    }

    private void Apply(GatewaySession session, GatewayFault fault)
    {
        if (session.Connection is not { } connection)
        {
            return;
        }

        _state.Record.CountFault(fault.ToString());
        switch (fault)
        {
            case GatewayFault.Reconnect:
                connection.Send(GatewayOpcode.Reconnect, null);
                session.Detach(_state.Now);
                break;
            case GatewayFault.ResumableInvalidSession:
                session.Detach(_state.Now);
                connection.InvalidateSession(resumable: true);
                break;
            case GatewayFault.InvalidateSession:
                session.Detach(_state.Now);
                Remove(session);
                connection.InvalidateSession(resumable: false);
                break;
            case GatewayFault.Close4000:
                CloseConnection(session, GatewayCloseCode.UnknownError);
                break;
            case GatewayFault.DropTcp:
                session.Detach(_state.Now);
                connection.Drop();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }
    }

    private void CloseConnection(GatewaySession session, GatewayCloseCode code)
    {
        if (session.Connection is { } connection)
        {
            session.Detach(_state.Now);
            connection.Close(code, code.ToString());
        }
    }

    private void ForgetExpired() => _sessions.RemoveAll(session => session.DetachedAt + _state.Options.SessionRetention < _state.Now);
}
