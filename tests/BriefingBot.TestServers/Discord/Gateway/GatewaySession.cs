using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>What outlives a connection: sequence, events for replay, shard and intents.</summary>
public sealed class GatewaySession
{
    private readonly List<(int Sequence, string Payload)> _events = [];

    internal GatewaySession(string id, GatewayIntents intents, int shardId, int shardCount)
    {
        Id = id;
        Intents = intents;
        ShardId = shardId;
        ShardCount = shardCount;
    }

    public string Id { get; }

    public GatewayIntents Intents { get; }

    public int ShardId { get; }

    public int ShardCount { get; }

    /// <summary>The last sequence number that was given out.</summary>
    public int Sequence { get; private set; }

    /// <summary>A connection is open that events are sent on.</summary>
    public bool IsConnected => Connection is not null;

    /// <summary>The last presence the client set; null when it never did.</summary>
    public JsonObject? Presence { get; internal set; }

    /// <summary>How often this session was resumed.</summary>
    public int Resumes { get; internal set; }

    internal GatewayConnection? Connection { get; private set; }

    internal DateTimeOffset? DetachedAt { get; private set; }

    internal void Attach(GatewayConnection connection)
    {
        Connection = connection;
        DetachedAt = null;
    }

    internal void Detach(DateTimeOffset now)
    {
        Connection = null;
        DetachedAt = now;
    }

    internal bool Sees(FakeGuild? guild) => guild is null ? ShardId == 0 : (int)((guild.Id >> 22) % (ulong)ShardCount) == ShardId;

    internal void Send(string name, JsonObject data)
    {
        string payload = new JsonObject
        {
            ["op"] = (int)GatewayOpcode.Dispatch,
            ["s"] = ++Sequence,
            ["t"] = name,
            ["d"] = data,
        }.ToJsonString();
        _events.Add((Sequence, payload));
        Connection?.Send(payload);
    }

    internal void ReplayAfter(int sequence)
    {
        foreach ((int number, string payload) in _events)
        {
            if (number > sequence)
            {
                Connection?.Send(payload);
            }
        }
    }
}
