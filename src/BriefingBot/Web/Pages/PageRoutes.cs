using BriefingBot.Core.Answering;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Briefings.Articles;
using BriefingBot.Core.Briefings.Timelines;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Web.Hosting;
using BriefingBot.Web.Pages.Articles;
using BriefingBot.Web.Pages.Asking;
using BriefingBot.Web.Pages.Changes;
using BriefingBot.Web.Pages.Kept;
using BriefingBot.Web.Pages.Reading;
using BriefingBot.Web.Pages.Status;
using BriefingBot.Web.Pages.Timelines;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Pages;

/// <summary>
/// The addresses of the pages. What is read by GET changes nothing of the coverage; a question is counted and its answer put at hand.
/// </summary>
internal static class PageRoutes
{
    private const int LatestShown = 10;
    private const int ArticlesPerPage = 50;
    private const int GapsShown = 50;
    private const int CorrectionsShown = 100;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", AskAsync);
        pages.MapGet("/stream", AskStreamed);
        pages.MapGet("/latest", LatestAsync);
        pages.MapGet("/timeline", TimelineAsync);
        pages.MapGet("/articles", ArticlesAsync);
        pages.MapGet(ArticleAddress.ReaderPrefix + "{**id}", ReaderAsync);
        pages.MapGet(ArticleAddress.ChangesPrefix + "{**id}", ChangesAsync);
        pages.MapGet("/corrections", CorrectionsAsync);
        pages.MapGet("/status", StatusAsync);
        pages.MapPost(RemovalConfirmation.Address, RemovalConfirmation.ConfirmAsync);
        pages.MapPost(RunControl.Address, RunControl.TellAsync);
        KeptAnswers.Map(pages);
    }

    private static async Task<IResult> AskAsync(
        AskPages pages,
        [AsParameters] AskQuery query,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var model = await pages.AnswerAsync(query, AskIntent.IsAsked(context.Request), AddressOf(context), null, cancellationToken);
        return PageResults.Page<AskPage>(
            PageParameters.Of((nameof(AskPage.Model), model)),
            model.Error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    private static ServerSentEventsResult<string> AskStreamed(AskPages pages, [AsParameters] AskQuery query, HttpContext context) =>
        TypedResults.ServerSentEvents(
            AskStream.ReadAsync(
                pages,
                query,
                AskIntent.IsAskedByStream(context.Request),
                AddressOf(context),
                context.RequestServices,
                context.RequestAborted
            )
        );

    private static string AddressOf(HttpContext context) =>
        BaseAddress.Of(context.Request, context.RequestServices.GetRequiredService<IOptions<ChatOptions>>().Value);

    private static async Task<IResult> LatestAsync(
        LatestBriefing briefing,
        HttpContext context,
        CancellationToken cancellationToken,
        string? topic = null
    )
    {
        Briefing latest = new([], null);
        string? error = null;
        try
        {
            latest = await briefing.ReadAsync(
                topic,
                LatestShown,
                CoverageFilter.None,
                AskIntent.IsAsked(context.Request) ? ComposerChoice.Best : ComposerChoice.Extractive,
                cancellationToken
            );
        }
        catch (InvalidQuestionException exception)
        {
            error = exception.Message;
        }

        return PageResults.Page<LatestPage>(
            PageParameters.Of((nameof(LatestPage.Topic), topic), (nameof(LatestPage.Briefing), latest), (nameof(LatestPage.Error), error)),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    private static async Task<IResult> TimelineAsync(
        TimelineReader reader,
        CancellationToken cancellationToken,
        string? topic = null,
        string? story = null
    )
    {
        Timeline? timeline = null;
        string? error = null;
        try
        {
            timeline =
                !string.IsNullOrWhiteSpace(topic) ? await reader.ReadAsync(topic, CoverageFilter.None, cancellationToken)
                : StoryId.TryParse(story, out var id) ? await reader.ReadAsync(id, cancellationToken)
                : null;
            error = timeline is null && story is not null ? "There is no such story, or it has become part of another." : null;
        }
        catch (InvalidQuestionException exception)
        {
            error = exception.Message;
        }

        return PageResults.Page<TimelinePage>(
            PageParameters.Of(
                (nameof(TimelinePage.Topic), string.IsNullOrWhiteSpace(topic) ? null : topic),
                (nameof(TimelinePage.Timeline), timeline),
                (nameof(TimelinePage.Error), error)
            ),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    private static async Task<IResult> ArticlesAsync(
        ArticleFinder finder,
        [AsParameters] ArticlesQuery query,
        CancellationToken cancellationToken
    )
    {
        var wanted = query.Read(out string? error);
        var page = error is null ? await finder.FindAsync(wanted, query.Start, ArticlesPerPage, cancellationToken) : new ArticlePage(0, []);
        return PageResults.Page<ArticlesPage>(
            PageParameters.Of(
                (nameof(ArticlesPage.Query), query),
                (nameof(ArticlesPage.Error), error),
                (nameof(ArticlesPage.Outlets), await finder.ListOutletsAsync(cancellationToken)),
                (nameof(ArticlesPage.Page), page),
                (nameof(ArticlesPage.Offset), query.Start),
                (nameof(ArticlesPage.Limit), ArticlesPerPage)
            ),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    private static async Task<IResult> ReaderAsync(
        HttpContext context,
        ICoverageStore store,
        IStoryStore stories,
        CancellationToken cancellationToken,
        int? revision = null,
        int? start = null,
        int? end = null
    )
    {
        if (
            !ArticleAddress.TryReadId(context, ArticleAddress.ReaderPrefix, out var id)
            || await store.FindArticleAsync(id, revision, cancellationToken) is not { } stored
        )
        {
            return PageResults.Problem(StatusCodes.Status404NotFound, "The coverage has no such article.");
        }

        var current = stored.IsCurrent ? stored : await store.FindArticleAsync(id, null, cancellationToken);
        return PageResults.Page<ReaderPage>(
            PageParameters.Of(
                (nameof(ReaderPage.Stored), stored),
                (nameof(ReaderPage.CurrentRevision), current is { IsCurrent: true } ? current.Revision : null),
                (nameof(ReaderPage.Text), ReaderText.Of(stored.Article, start, end)),
                (nameof(ReaderPage.AlsoReported), await OtherReportsAsync(stories, id, cancellationToken))
            )
        );
    }

    private static async Task<IResult> ChangesAsync(
        HttpContext context,
        ICoverageStore store,
        CancellationToken cancellationToken,
        int? from = null,
        int? to = null
    )
    {
        if (
            !ArticleAddress.TryReadId(context, ArticleAddress.ChangesPrefix, out var id)
            || await store.FindArticleAsync(id, to, cancellationToken) is not { } after
            || await store.FindArticleAsync(id, from ?? Math.Max(1, after.Revision - 1), cancellationToken) is not { } before
        )
        {
            return PageResults.Problem(StatusCodes.Status404NotFound, "The coverage has no such article, or not in these revisions.");
        }

        return PageResults.Page<ChangesPage>(PageParameters.Of((nameof(ChangesPage.Model), ChangesModel.Of(before, after))));
    }

    private static async Task<IResult> CorrectionsAsync(ICorrectionStore store, CancellationToken cancellationToken) =>
        PageResults.Page<CorrectionsPage>(
            PageParameters.Of((nameof(CorrectionsPage.Corrections), await store.ListAsync(CorrectionsShown, cancellationToken)))
        );

    private static async Task<IReadOnlyList<ArticleHeader>> OtherReportsAsync(
        IStoryStore stories,
        ArticleId id,
        CancellationToken cancellationToken
    ) =>
        (await stories.FindStoriesAsync([id], cancellationToken)).TryGetValue(id, out var story)
        && await stories.FindAsync(story, cancellationToken) is { } found
            ? [.. found.Reports.Select(report => report.Article).Where(article => article.Id != id)]
            : [];

    private static async Task<IResult> StatusAsync(
        ICoverageStore store,
        IndexRuns runs,
        IndexingState indexing,
        SourceCatalog sources,
        PlatformStates platforms,
        ICorrectionStore corrections,
        CancellationToken cancellationToken
    )
    {
        var model = new StatusPageModel(
            await store.GetStatusAsync(cancellationToken),
            runs.Last?.Report ?? indexing.Report,
            indexing.Progress,
            await store.ListGapsAsync(GapsShown, cancellationToken)
        )
        {
            RunningSince = await runs.GetRunningSinceAsync(cancellationToken),
            IsPaused = await runs.IsPausedAsync(cancellationToken),
            Sources = await sources.ListAsync(cancellationToken),
            Platforms = platforms.All,
            Corrections = await corrections.ListAsync(1, cancellationToken),
        };
        return PageResults.Page<StatusPage>(PageParameters.Of((nameof(StatusPage.Model), model)));
    }
}
