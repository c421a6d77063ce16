using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriefingBot.Web.Api;

/// <summary><c>GET /healthz</c> (the process is up) and <c>GET /readyz</c> (there is something to answer from).</summary>
internal static class ProbeEndpoints
{
    /// <summary>What the line about the index run begins with, while it goes on.</summary>
    public const string Indexing = "indexing:";

    private const string Up = "/healthz";
    private const string Ready = "/readyz";
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Is it the path of a probe?</summary>
    public static bool IsProbe(PathString path) => path == Up || path == Ready;

    /// <summary>Maps them. They come every few seconds, and are not measured.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods(Up, ReadMethods, () => TypedResults.Text("up"))
            .WithName("healthz")
            .WithSummary("200 while the process is up.")
            .DisableHttpMetrics();
        routes
            .MapMethods(Ready, ReadMethods, ReadyAsync)
            .WithName("readyz")
            .WithSummary(
                "200 as soon as questions can be answered from what is stored, 503 before; with how far the index run "
                    + "at start is and how it stands with the chat platforms."
            )
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .DisableHttpMetrics();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadyAsync(
        Readiness readiness,
        IndexingState state,
        PlatformStates platforms,
        CancellationToken cancellationToken
    )
    {
        string[] lines = [.. platforms.All.Select(static platform => $"{platform.Name}: {platform}")];
        bool isIndexed = state.IsIndexed;
        string far = state.Progress is { } progress ? $"{progress.Done} of {progress.Total} articles are done" : "the run has just begun";
        if (await readiness.IsReadyAsync(cancellationToken))
        {
            // A platform that turned the bot away does not make the others and the console unready.
            return TypedResults.Text(string.Join('\n', isIndexed ? ["ready", .. lines] : ["ready", $"{Indexing} {far}", .. lines]));
        }

        return TypedResults.Problem(
            $"The coverage is being indexed: {far}. No article is stored yet that questions could be answered from.",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: new Dictionary<string, object?> { ["platforms"] = lines }
        );
    }
}
