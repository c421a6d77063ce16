namespace BriefingBot.TestServers.Discord.Rest.Routes;

/// <summary>A route of the API and its rules.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path below /api/v10.</param>
/// <param name="Handle">Runs under the state's lock.</param>
internal sealed record RestRoute(string Method, string Template, Func<RestRequest, RestResponse> Handle)
{
    /// <summary>Interaction callbacks and webhooks carry their right in the token of the path.</summary>
    public bool IsInteractionRoute { get; init; }

    public string Name { get; } = $"{Method} {Template}";
}
