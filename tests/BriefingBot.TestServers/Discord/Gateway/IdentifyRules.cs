using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Rest;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>Everything that Discord looks at before a session is made.</summary>
internal static class IdentifyRules
{
    // Bits 0 to 16, 20, 21, 24 and 25.
    private const GatewayIntents Defined = (GatewayIntents)(0x1FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25);
    private static readonly string[] Fields = ["token", "properties", "compress", "large_threshold", "shard", "presence", "intents"];

    public static void Handle(DiscordState state, GatewayConnection connection, JsonObject? data)
    {
        if (Refusal(state, connection, data) is { } refusal)
        {
            connection.Close(refusal.Code, refusal.Reason);
            return;
        }

        (int shardId, int shardCount) = Shard(data!) ?? (0, 1);
        if (!state.Gateway.Limits.TryTakeConcurrency(shardId))
        {
            state.Record.Counters.ThrottledIdentifies++;
            connection.InvalidateSession(resumable: false);
            return;
        }

        if (!state.Gateway.Limits.TryTakeSessionStart())
        {
            state.Gateway.VoidToken();
            return;
        }

        if (connection is { IsResumeAddress: true, WasInvalidated: false })
        {
            state.Record.Violate("A client identified at resume_gateway_url; new sessions start at the address of GET /gateway/bot.");
        }

        state.Gateway.Start(
            connection,
            (GatewayIntents)data!["intents"].AsInt()!.Value,
            shardId,
            shardCount,
            data["presence"] as JsonObject
        );
    }

    private static (GatewayCloseCode Code, string Reason)? Refusal(DiscordState state, GatewayConnection connection, JsonObject? data)
    {
        if (
            data is null
            || data["token"].AsString() is not { } token
            || data["intents"].AsInt() is not { } intents
            || !HasProperties(data["properties"] as JsonObject)
            || (data["large_threshold"] is { } threshold && threshold.AsInt() is not (>= 50 and <= 250))
            || (data["presence"] is { } presence && GatewayProtocol.PresenceError(presence as JsonObject) is not null)
            || (state.Options.Strict && data.Any(static field => !Fields.Contains(field.Key)))
        )
        {
            return (GatewayCloseCode.DecodeError, "Error while decoding payload.");
        }

        if (connection.ApiVersion != 10)
        {
            return (GatewayCloseCode.InvalidApiVersion, "Invalid API version.");
        }

        if (token != state.Gateway.Token || state.Gateway.IsTokenVoid)
        {
            return (GatewayCloseCode.AuthenticationFailed, "Authentication failed.");
        }

        if (data["shard"] is not null && Shard(data) is null)
        {
            return (GatewayCloseCode.InvalidShard, "Invalid shard.");
        }

        (int id, int count) = Shard(data) ?? (0, 1);
        if (state.Guilds.Values.Count(guild => (int)((guild.Id >> 22) % (ulong)count) == id) > state.Options.MaxGuildsPerShard)
        {
            return (GatewayCloseCode.ShardingRequired, "Sharding required.");
        }

        if (((GatewayIntents)intents & ~Defined) != GatewayIntents.None)
        {
            return (GatewayCloseCode.InvalidIntents, "Invalid intent(s).");
        }

        return ((GatewayIntents)intents & GatewayIntents.Privileged & ~state.Options.PrivilegedIntents) != GatewayIntents.None
            ? (GatewayCloseCode.DisallowedIntents, "Disallowed intent(s).")
            : null;
    }

    private static bool HasProperties(JsonObject? properties) =>
        properties is not null
        && properties["os"].AsString() is not null
        && properties["browser"].AsString() is not null
        && properties["device"].AsString() is not null;

    private static (int Id, int Count)? Shard(JsonObject data) =>
        data["shard"] is JsonArray { Count: 2 } shard
        && shard[0].AsInt() is { } id
        && shard[1].AsInt() is { } count
        && count > 0
        && id >= 0
        && id < count
            ? (id, count)
            : null;
}
