using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>The data of READY.</summary>
internal static class ReadyPayload
{
    private const int MessageContentFlag = 1 << 18;

    public static JsonObject Write(DiscordState state, GatewaySession session, IReadOnlyList<FakeGuild> guilds)
    {
        JsonObject user = state.Application.Bot.ToJson();
        user["verified"] = true;
        user["mfa_enabled"] = true;
        user["email"] = null;
        return new JsonObject
        {
            ["v"] = 10,
            ["user"] = user,
            ["user_settings"] = new JsonObject(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = GatewayEndpoint.ResumeAddress(state).ToString(),
            ["shard"] = new JsonArray(session.ShardId, session.ShardCount),
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray([
                .. guilds.Select(static guild => (JsonNode)new JsonObject { ["id"] = guild.Id.ToString(), ["unavailable"] = true }),
            ]),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["application"] = new JsonObject
            {
                ["id"] = state.Application.Id.ToString(),
                ["flags"] = state.Options.PrivilegedIntents.HasFlag(GatewayIntents.MessageContent) ? MessageContentFlag : 0,
            },
        };
    }
}
