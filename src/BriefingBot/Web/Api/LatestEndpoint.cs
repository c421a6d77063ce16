using BriefingBot.Core.Answering;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriefingBot.Web.Api;

/// <summary><c>GET /api/latest</c>.</summary>
internal static class LatestEndpoint
{
    private const int DefaultCount = 5;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/latest", ReadAsync)
        .WithName("latest")
        .WithSummary("Summarizes the newest coverage, all of it or of a topic, undated articles last.")
        .Produces<LatestDocument>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<LatestDocument>, ProblemHttpResult>> ReadAsync(
        LatestBriefing briefing,
        CancellationToken cancellationToken,
        string? topic = null,
        int count = DefaultCount)
    {
        if (count is < 1 or > LatestBriefing.MaxCount)
        {
            return ApiProblems.BadRequest($"count is {count}; give a number from 1 to {LatestBriefing.MaxCount}.");
        }

        return TypedResults.Ok(LatestDocument.From(topic, await briefing.ReadAsync(topic, count, CoverageFilter.None, ComposerChoice.Best, cancellationToken)));
    }
}
