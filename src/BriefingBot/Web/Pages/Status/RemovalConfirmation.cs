using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion;
using BriefingBot.Web.Hosting;

namespace BriefingBot.Web.Pages.Status;

/// <summary><c>POST /status/removal</c>: the button of the status page that confirms a removal which an index run held back.</summary>
internal static class RemovalConfirmation
{
    /// <summary>The address that the form is sent to.</summary>
    public const string Address = "/status/removal";

    /// <summary>The field of the form that names the removal.</summary>
    public const string MarkField = "mark";

    /// <summary>Runs the index and leads back to the status page. The run ends with the host, not with the browser's patience.</summary>
    public static async Task<IResult> ConfirmAsync(HttpContext context, IndexRuns runs, IHostApplicationLifetime lifetime)
    {
        if (ForeignRequests.IsForeign(context.Request))
        {
            return PageResults.Problem(
                StatusCodes.Status403Forbidden,
                "Another site cannot confirm a removal; open the status page and do it there."
            );
        }

        string? mark = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted))[MarkField].ToString()
            : null;
        if (!RemovalMark.IsMark(mark))
        {
            return PageResults.Problem(StatusCodes.Status400BadRequest, "The form names no removal; open the status page again.");
        }

        try
        {
            var outcome = await runs.TryRunAsync(new IngestionChoices { ConfirmedRemoval = mark }, null, lifetime.ApplicationStopping);
            return outcome.BusySince is { } since
                ? PageResults.Problem(
                    StatusCodes.Status409Conflict,
                    $"An index run has been going on since {ReadableDate.Of(since)}; nothing was removed. Try again when it is over."
                )
                : TypedResults.LocalRedirect("~/status");
        }
        catch (Exception exception) when (exception is CoverageNotFoundException or IndexRunEndedException)
        {
            return PageResults.Problem(StatusCodes.Status409Conflict, exception.Message);
        }
    }
}
