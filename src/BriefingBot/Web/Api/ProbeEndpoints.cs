using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriefingBot.Web.Api;

/// <summary><c>GET /healthz</c> (the process is up) and <c>GET /readyz</c> (the coverage is indexed).</summary>
internal static class ProbeEndpoints
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/healthz", ReadMethods, () => TypedResults.Text("up"))
            .WithName("healthz")
            .WithSummary("200 while the process is up.");
        routes.MapMethods("/readyz", ReadMethods, Ready)
            .WithName("readyz")
            .WithSummary("200 once the coverage is indexed, 503 before; with how it stands with the chat platforms.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Ready(IndexingState state, PlatformStates platforms)
    {
        string[] lines = [.. platforms.All.Select(static platform => $"{platform.Name}: {platform}")];
        if (state.IsReady)
        {
            // A platform that turned the bot away does not make the others and the console unready.
            return TypedResults.Text(string.Join('\n', ["ready", .. lines]));
        }

        string far = state.Progress is { } progress ? $"{progress.Done} of {progress.Total} articles are done" : "the run has just begun";
        return TypedResults.Problem(
            $"The coverage is being indexed: {far}. Questions are answered from what is indexed already.",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: new Dictionary<string, object?> { ["platforms"] = lines });
    }
}
