using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Rest.Routes;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>Maps every route below /api/v10.</summary>
internal static class RestApi
{
    public const string Prefix = "/api/v10";

    public static void Map(WebApplication app, DiscordState state)
    {
        RestPipeline pipeline = new(state);
        IEnumerable<RestRoute> routes =
        [
            new(
                "GET",
                "/gateway/bot",
                _ =>
                    RestResponse.Ok(
                        new JsonObject
                        {
                            ["url"] = GatewayEndpoint.StartAddress(state).ToString(),
                            ["shards"] = state.Options.RecommendedShards,
                            ["session_start_limit"] = state.Gateway.Limits.ToJson(),
                        }
                    )
            ),
            .. ApplicationRoutes.All(state),
            .. CommandRoutes.All(state),
            .. ChannelRoutes.All(state),
            .. MessageRoutes.All(state),
            .. ReactionRoutes.All(state),
            .. InteractionRoutes.All(state),
        ];
        foreach (RestRoute route in routes)
        {
            app.MapMethods(Prefix + route.Template, [route.Method], context => pipeline.HandleAsync(context, route));
        }

        RestRoute unknown = new("*", "/{**path}", static _ => throw DiscordErrorException.NotFound());
        app.Map(Prefix + unknown.Template, context => pipeline.HandleAsync(context, unknown));
        app.Map(
            "/api/{**path}",
            static context =>
            {
                // Without a number Discord takes version 6, which is over.
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return context.Response.WriteAsJsonAsync(new { message = "Invalid API version", code = 50041 }, context.RequestAborted);
            }
        );
    }
}
