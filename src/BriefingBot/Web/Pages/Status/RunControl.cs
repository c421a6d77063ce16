using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Web.Hosting;

namespace BriefingBot.Web.Pages.Status;

/// <summary><c>POST /status/run</c>: the buttons of the status page that let an index run stand still, go on or end.</summary>
internal static class RunControl
{
    /// <summary>The address that the form is sent to.</summary>
    public const string Address = "/status/run";

    /// <summary>The field of the form that says what to do.</summary>
    public const string WishField = "do";

    /// <summary>Lets the run stand still.</summary>
    public const string Pause = "pause";

    /// <summary>Lets it go on.</summary>
    public const string Resume = "resume";

    public const string Cancel = "cancel";

    /// <summary>Tells the run and leads back to the status page.</summary>
    public static async Task<IResult> TellAsync(HttpContext context, IndexRuns runs)
    {
        if (ForeignRequests.IsForeign(context.Request))
        {
            return PageResults.Problem(
                StatusCodes.Status403Forbidden,
                "Another site cannot control an index run; open the status page and do it there."
            );
        }

        string? told = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted))[WishField].ToString()
            : null;
        LeaseWish? wish = told switch
        {
            Pause => LeaseWish.Pause,
            Resume => LeaseWish.GoOn,
            Cancel => LeaseWish.End,
            _ => null,
        };
        if (wish is not { } known)
        {
            return PageResults.Problem(
                StatusCodes.Status400BadRequest,
                "The form does not say what the run should do; open the status page again."
            );
        }

        return await runs.AskAsync(known, context.RequestAborted) is null
            ? PageResults.Problem(StatusCodes.Status409Conflict, "No index run is going on; there is nothing to control.")
            : TypedResults.LocalRedirect("~/status");
    }
}
