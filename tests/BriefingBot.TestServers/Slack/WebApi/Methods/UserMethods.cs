using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>users.info, users.list and users.conversations.</summary>
internal static class UserMethods
{
    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("users.info", RateTier.Tier4, ["users:read"], static request => new JsonObject { ["user"] = request.User().ToJson() })
            {
                TakesJson = false,
            },
            new(
                "users.list",
                RateTier.Tier2,
                ["users:read"],
                static request => Paging.Page(request, "members", [.. request.State.Users.Values.Select(static user => user.ToJson())])
            )
            {
                TakesJson = false,
            },
            new(
                "users.conversations",
                RateTier.Tier3,
                [],
                static request => ConversationMethods.List(request, static channel => channel.HasBot)
            )
            {
                TakesJson = false,
            },
        ];
}
