using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>auth.test, api.test and apps.connections.open.</summary>
internal static class AppMethods
{
    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("auth.test", RateTier.Special, [], Test),
            new("api.test", RateTier.Special, [], static request => new JsonObject { ["args"] = request.Arguments.DeepClone() }),
            new("apps.connections.open", RateTier.Tier1, [], OpenConnection) { IsForApp = true },
        ];

    private static JsonObject Test(WebApiRequest request)
    {
        JsonObject json = new()
        {
            ["url"] = $"https://{request.State.Options.TeamDomain}.slack.com/",
            ["team"] = request.State.Options.TeamName,
            ["user"] = request.State.Bot.Name,
            ["team_id"] = request.State.TeamId,
            ["user_id"] = request.State.Bot.Id,
            ["bot_id"] = request.State.Bot.BotId,
            ["is_enterprise_install"] = false,
        };
        if (request.State.Options.EnterpriseId is { } organization)
        {
            json["enterprise_id"] = organization;
        }

        return json;
    }

    private static JsonObject OpenConnection(WebApiRequest request) =>
        request.State.Push.IsOn
            ? throw new SlackErrorException("access_denied")
            : new JsonObject { ["url"] = request.State.Sockets.NewAddress() };
}
