using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>A method of the Web API.</summary>
/// <param name="Name">Such as chat.postMessage.</param>
/// <param name="Tier">How often it may be called.</param>
/// <param name="Scopes">One of them is enough; none when it needs none.</param>
/// <param name="Handle">Runs under the gate and gives the answer's fields besides ok.</param>
internal sealed record WebApiMethod(string Name, RateTier Tier, IReadOnlyList<string> Scopes, Func<WebApiRequest, JsonObject> Handle)
{
    /// <summary>Reading methods take forms and queries only; a JSON body counts as no arguments.</summary>
    public bool TakesJson { get; init; } = true;

    /// <summary>Wants the app-level token, in the header.</summary>
    public bool IsForApp { get; init; }
}
