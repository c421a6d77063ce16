using BriefingBot.Core.Chat;
using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Core.Corrections;
using BriefingBot.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Pages.Kept;

/// <summary>Answers as they were given: shown at an address of their own, and kept or removed by a button.</summary>
internal static class KeptAnswers
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(KeptAddress.Route, ShowAsync);
        pages.MapPost(KeptAddress.KeepRoute, KeepAsync);
        pages.MapPost(KeptAddress.RemoveRoute, RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(
        string id,
        HttpContext context,
        IKeptAnswerStore store,
        CitedSources sources,
        IOptions<ChatOptions> options,
        CancellationToken cancellationToken
    )
    {
        if (!KeptAnswerId.TryParse(id, out var named) || await store.FindAsync(named, cancellationToken) is not { } answer)
        {
            return PageResults.Problem(
                StatusCodes.Status404NotFound,
                "No answer is kept at this address. It was removed, or nobody kept it; ask the question again."
            );
        }

        return PageResults.Page<KeptAnswerPage>(
            PageParameters.Of(
                (nameof(KeptAnswerPage.Answer), answer),
                (nameof(KeptAnswerPage.Sources), await sources.CheckAsync(answer.Citations, cancellationToken)),
                (nameof(KeptAnswerPage.Address), BaseAddress.Of(context.Request, options.Value) + KeptAddress.Of(named))
            )
        );
    }

    private static async Task<IResult> KeepAsync(
        string id,
        HttpContext context,
        IKeptAnswerStore store,
        CancellationToken cancellationToken
    )
    {
        if (ForeignRequests.IsForeign(context.Request))
        {
            return PageResults.Problem(StatusCodes.Status403Forbidden, "Another site cannot keep an answer; ask the question here.");
        }

        return KeptAnswerId.TryParse(id, out var named) && await store.KeepAsync(named, cancellationToken)
            ? TypedResults.LocalRedirect("~" + KeptAddress.Of(named))
            : PageResults.Problem(
                StatusCodes.Status404NotFound,
                "This answer is no longer at hand: it can be kept for a day. Ask the question again and keep the new answer."
            );
    }

    private static async Task<IResult> RemoveAsync(
        string id,
        HttpContext context,
        IKeptAnswerStore store,
        CancellationToken cancellationToken
    )
    {
        if (ForeignRequests.IsForeign(context.Request))
        {
            return PageResults.Problem(StatusCodes.Status403Forbidden, "Another site cannot remove an answer; open it here.");
        }

        return KeptAnswerId.TryParse(id, out var named) && await store.RemoveAsync(named, cancellationToken)
            ? TypedResults.LocalRedirect("~/")
            : PageResults.Problem(StatusCodes.Status404NotFound, "No answer is kept at this address; it may have been removed already.");
    }
}
