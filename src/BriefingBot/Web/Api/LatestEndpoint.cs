using BriefingBot.Core.Answering;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;
using BriefingBot.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriefingBot.Web.Api;

/// <summary><c>GET /api/latest</c>.</summary>
internal static class LatestEndpoint
{
    private const int DefaultCount = 5;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/latest", ReadAsync)
            .WithName("latest")
            .WithSummary("Summarizes the newest coverage, all of it or of a topic, undated articles last.")
            .Produces<LatestDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<LatestDocument>, ProblemHttpResult>> ReadAsync(
        LatestBriefing briefing,
        HttpContext context,
        CancellationToken cancellationToken,
        string? topic = null,
        int count = DefaultCount,
        int offset = 0,
        DateOnly? since = null,
        DateOnly? until = null,
        string? outlet = null,
        string[]? collection = null
    )
    {
        if (count is < 1 or > LatestBriefing.MaxCount)
        {
            return ApiProblems.BadRequest($"count is {count}; give a number from 1 to {LatestBriefing.MaxCount}.");
        }

        if (offset is < 0 or > LatestBriefing.MaxCount * LatestBriefing.MaxPage)
        {
            return ApiProblems.BadRequest(
                $"offset is {offset}; give a number from 0 to {LatestBriefing.MaxCount * LatestBriefing.MaxPage}."
            );
        }

        LatestRequest request = new()
        {
            Topic = topic,
            Count = count,
            Offset = offset,
            Since = since,
            Until = until,
            Outlet = outlet,
            Filter = new CoverageFilter { Collections = collection is { Length: > 0 } ? collection : null },
            Composer = ForeignRequests.IsForeign(context.Request) ? ComposerChoice.Extractive : ComposerChoice.Best,
        };
        return TypedResults.Ok(LatestDocument.From(topic, await briefing.ReadAsync(request, cancellationToken)));
    }
}
