using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Rest.Routes;

/// <summary>The application, the bot user, guilds and DMs.</summary>
internal static class ApplicationRoutes
{
    public static IEnumerable<RestRoute> All(DiscordState state) =>
        [
            new("GET", "/users/@me", _ => RestResponse.Ok(BotUser(state))),
            new(
                "GET",
                "/users/@me/guilds",
                _ =>
                    RestResponse.Ok(
                        new JsonArray([
                            .. state.Guilds.Values.Select(guild =>
                                (JsonNode)
                                    new JsonObject
                                    {
                                        ["id"] = guild.Id.ToString(),
                                        ["name"] = guild.Name,
                                        ["icon"] = null,
                                        ["banner"] = null,
                                        ["owner"] = false,
                                        ["permissions"] = ((ulong)guild.PermissionsOf(state.Application.Bot)).ToString(),
                                        ["features"] = new JsonArray(),
                                    }
                            ),
                        ])
                    )
            ),
            new("POST", "/users/@me/channels", request => OpenDirectMessage(state, request)),
            new("GET", "/applications/@me", _ => RestResponse.Ok(Application(state))),
            new("GET", "/oauth2/applications/@me", _ => RestResponse.Ok(Application(state))),
            new("GET", "/guilds/{guild_id}", request => RestResponse.Ok(Guild(state, request).ToJson())),
            new(
                "GET",
                "/guilds/{guild_id}/channels",
                request =>
                    RestResponse.Ok(
                        new JsonArray([
                            .. Guild(state, request)
                                .Channels.Where(static channel => !channel.IsThread)
                                .Select(static channel => (JsonNode)channel.ToJson()),
                        ])
                    )
            ),
            new("GET", "/guilds/{guild_id}/members/{user_id}", request => Member(state, request)),
        ];

    public static FakeGuild Guild(DiscordState state, RestRequest request) =>
        state.Guilds.GetValueOrDefault(request.Id("guild_id")) ?? throw new DiscordErrorException(404, 10004, "Unknown Guild");

    private static JsonObject BotUser(DiscordState state)
    {
        JsonObject user = state.Application.Bot.ToJson();
        user["verified"] = true;
        user["mfa_enabled"] = true;
        user["locale"] = "en-US";
        user["email"] = null;
        return user;
    }

    private static JsonObject Application(DiscordState state) =>
        new()
        {
            ["id"] = state.Application.Id.ToString(),
            ["name"] = state.Application.Bot.Name,
            ["icon"] = null,
            ["description"] = "",
            ["summary"] = "",
            ["type"] = null,
            ["bot"] = BotUser(state),
            ["owner"] = state.Application.Owner.ToJson(),
            ["team"] = null,
            ["flags"] = state.Options.PrivilegedIntents.HasFlag(Gateway.GatewayIntents.MessageContent) ? 1 << 18 : 0,
            ["flags_new"] = "0",
            ["role_connections_verification_url"] = null,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["eligible_oauth2_scopes"] = new JsonArray("bot", "applications.commands"),
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = new string('0', 64),
            ["interactions_endpoint_url"] = null,
            ["approximate_guild_count"] = state.Guilds.Count,
            ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject() },
            ["redirect_uris"] = new JsonArray(),
            ["tags"] = new JsonArray(),
        };

    private static RestResponse OpenDirectMessage(DiscordState state, RestRequest request)
    {
        FormErrors errors = new();
        errors.Known("", request.Form, state.Options.Strict, "recipient_id");
        if (request.Form["recipient_id"].AsSnowflake() is not { } id)
        {
            errors.Required("recipient_id");
            errors.ThrowIfAny();
            throw DiscordErrorException.NotFound();
        }

        errors.ThrowIfAny();
        return state.Users.TryGetValue(id, out FakeUser? user)
            ? RestResponse.Ok(state.DirectMessageWith(user).ToJson())
            : throw new DiscordErrorException(400, 50033, "Invalid Recipient(s)");
    }

    private static RestResponse Member(DiscordState state, RestRequest request)
    {
        FakeGuild guild = Guild(state, request);
        return state.Users.TryGetValue(request.Id("user_id"), out FakeUser? user)
            ? RestResponse.Ok(guild.MemberOf(user).ToJson(withUser: true))
            : throw new DiscordErrorException(404, 10007, "Unknown Member");
    }
}
