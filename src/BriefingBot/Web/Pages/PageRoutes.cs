using BriefingBot.Core.Briefings;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Retrieval;
using BriefingBot.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace BriefingBot.Web.Pages;

/// <summary>The addresses of the pages. All of them are read by GET and change nothing.</summary>
internal static class PageRoutes
{
    private const int NewestShown = 5;
    private const int LatestShown = 10;
    private const int ArticlesPerPage = 50;
    private const int GapsShown = 50;

    /// <summary>Maps all of them.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", AskAsync);
        pages.MapGet("/latest", LatestAsync);
        pages.MapGet("/articles", ArticlesAsync);
        pages.MapGet(ArticleAddress.ReaderPrefix + "{**id}", ReaderAsync);
        pages.MapGet("/status", StatusAsync);
    }

    private static async Task<IResult> AskAsync(
        ConversationTurnHandler conversations,
        ICoverageStore store,
        CancellationToken cancellationToken,
        [FromQuery(Name = "q")] string? question = null,
        [FromQuery(Name = "h")] string[]? history = null)
    {
        var earlier = PageHistory.Bound(history ?? []);
        OutgoingMessage? message = null;
        string? error = null;
        if (question is not null)
        {
            try
            {
                message = await conversations.HandleAsync(new IncomingMessage(question) { History = earlier }, cancellationToken);
            }
            catch (InvalidQuestionException exception)
            {
                error = exception.Message;
            }
        }

        var status = await store.GetStatusAsync(cancellationToken);
        var newest = message is null ? (await store.ListArticlesAsync(CoverageFilter.None, 0, NewestShown, cancellationToken)).Articles : [];
        return PageResults.Page<AskPage>(
            Parameters((nameof(AskPage.Model), new AskPageModel(question, earlier, message, error, status, newest))),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> LatestAsync(LatestBriefing briefing, CancellationToken cancellationToken, string? topic = null)
    {
        Briefing latest = new([], null);
        string? error = null;
        try
        {
            latest = await briefing.ReadAsync(topic, LatestShown, CoverageFilter.None, cancellationToken);
        }
        catch (InvalidQuestionException exception)
        {
            error = exception.Message;
        }

        return PageResults.Page<LatestPage>(
            Parameters((nameof(LatestPage.Topic), topic), (nameof(LatestPage.Briefing), latest), (nameof(LatestPage.Error), error)),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ArticlesAsync(ICoverageStore store, CancellationToken cancellationToken, int offset = 0)
    {
        int start = Math.Max(0, offset);
        var page = await store.ListArticlesAsync(CoverageFilter.None, start, ArticlesPerPage, cancellationToken);
        return PageResults.Page<ArticlesPage>(
            Parameters((nameof(ArticlesPage.Page), page), (nameof(ArticlesPage.Offset), start), (nameof(ArticlesPage.Limit), ArticlesPerPage)));
    }

    private static async Task<IResult> ReaderAsync(
        HttpContext context,
        ICoverageStore store,
        CancellationToken cancellationToken,
        int? revision = null,
        int? start = null,
        int? end = null)
    {
        if (!ArticleAddress.TryReadId(context, ArticleAddress.ReaderPrefix, out var id)
            || await store.FindArticleAsync(id, revision, cancellationToken) is not { } stored)
        {
            return PageResults.Problem(StatusCodes.Status404NotFound, "The coverage has no such article.");
        }

        var current = stored.IsCurrent ? stored : await store.FindArticleAsync(id, null, cancellationToken);
        return PageResults.Page<ReaderPage>(Parameters(
            (nameof(ReaderPage.Stored), stored),
            (nameof(ReaderPage.CurrentRevision), current is { IsCurrent: true } ? current.Revision : null),
            (nameof(ReaderPage.Text), ReaderText.Of(stored.Article, start, end))));
    }

    private static async Task<IResult> StatusAsync(ICoverageStore store, IndexingState indexing, CancellationToken cancellationToken)
    {
        var model = new StatusPageModel(
            await store.GetStatusAsync(cancellationToken),
            indexing.Report,
            indexing.Progress,
            await store.ListGapsAsync(GapsShown, cancellationToken));
        return PageResults.Page<StatusPage>(Parameters((nameof(StatusPage.Model), model)));
    }

    private static Dictionary<string, object?> Parameters(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Dictionary<string, object?> named = new(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            named[name] = value;
        }

        return named;
    }
}
