using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriefingBot.Web.Api;

/// <summary><c>GET /api/articles</c> and <c>GET /api/articles/{id}</c>.</summary>
internal static class ArticleEndpoints
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;
    private const string Prefix = "/api/articles/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/articles", ListAsync)
            .WithName("articles")
            .WithSummary("Lists the articles with their clean text, newest first, undated last.")
            .Produces<ArticleListDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes
            .MapGet(Prefix + "{**id}", FindAsync)
            .WithName("article")
            .WithSummary("Gives one article with its clean text and passages; the id is URL-encoded.")
            .Produces<ArticleDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ArticleListDocument>, ProblemHttpResult>> ListAsync(
        ICoverageStore store,
        CancellationToken cancellationToken,
        int offset = 0,
        int limit = DefaultLimit
    )
    {
        if (offset < 0 || limit is < 1 or > MaxLimit)
        {
            return ApiProblems.BadRequest($"offset is {offset} and limit is {limit}; offset must be 0 or more, limit 1 to {MaxLimit}.");
        }

        var page = await store.ListArticlesAsync(CoverageFilter.None, offset, limit, cancellationToken);
        List<ArticleDocument> articles = [];
        foreach (var header in page.Articles)
        {
            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is { } stored)
            {
                articles.Add(ArticleDocument.From(stored));
            }
        }

        return TypedResults.Ok(new ArticleListDocument(page.Total, offset, limit, articles));
    }

    private static async Task<Results<Ok<ArticleDocument>, ProblemHttpResult>> FindAsync(
        HttpContext context,
        ICoverageStore store,
        CancellationToken cancellationToken,
        int? revision = null
    )
    {
        if (!ArticleAddress.TryReadId(context, Prefix, out var id))
        {
            return ApiProblems.BadRequest("That is not an article id; GET /api/articles lists them. Write it URL-encoded.");
        }

        return await store.FindArticleAsync(id, revision, cancellationToken) is { } stored
            ? TypedResults.Ok(ArticleDocument.From(stored))
            : ApiProblems.NotFound(
                $"There is no article '{id}'{(revision is null ? "" : $" with a revision {revision}")}; GET /api/articles lists them."
            );
    }
}
