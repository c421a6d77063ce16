using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Ingestion;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary><c>reindex [rebuild]</c>: brings the index in step with the sources, one run at a time. For admins. Thread-safe.</summary>
public sealed class ReindexCommand(IndexRuns runs, CommandGuard guard, TimeProvider clock, ILogger<ReindexCommand> logger)
{
    /// <summary>From one view of the progress to the next at least.</summary>
    public static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(2);

    /// <summary>Runs, and gives a <see cref="ReindexResult"/> with the final account, or a <see cref="ReindexBusy"/>. Takes as long as the run takes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rebuild">Read and embed everything again, changed or not.</param>
    /// <param name="show">
    /// Shows how far the run is: one call at a time, at most one in <see cref="ProgressPause"/>, none after this returns. A failure is logged and costs nothing.
    /// </param>
    /// <param name="cancellationToken">Ends the run; what was stored until then stays.</param>
    public Task<CommandResult> RunAsync(CommandCall call, bool rebuild, Func<IngestionProgress, CancellationToken, Task> show, CancellationToken cancellationToken)
    {
        string action = rebuild ? "reindex rebuild" : "reindex";
        return guard.RunAsAdminAsync(action, call, () => RunAsync(action, call, new IngestionChoices { Rebuild = rebuild }, show, cancellationToken), cancellationToken);
    }

    /// <summary>Runs, and makes the removal that an earlier run held back if it is still the same; otherwise as <see cref="RunAsync(CommandCall, bool, Func{IngestionProgress, CancellationToken, Task}, CancellationToken)"/>.</summary>
    public Task<CommandResult> ConfirmRemovalAsync(CommandCall call, RemovalAction removal, Func<IngestionProgress, CancellationToken, Task> show, CancellationToken cancellationToken)
    {
        const string Action = "reindex and remove";
        return guard.RunAsAdminAsync(
            Action, call, () => RunAsync(Action, call, new IngestionChoices { ConfirmedRemoval = removal.Mark }, show, cancellationToken), cancellationToken);
    }

    private async Task<(CommandResult Result, string Outcome)> RunAsync(
        string action, CommandCall call, IngestionChoices choices, Func<IngestionProgress, CancellationToken, Task> show, CancellationToken cancellationToken)
    {
        // The run may outlive this process: that it was asked for is kept before it begins.
        await guard.AuditAsync(action, call, "requested", cancellationToken);
        await using ProgressPump<IngestionProgress> progress = new(show, ProgressPause, clock, logger, cancellationToken);
        // The sources are listed before the first article is done, which can take long.
        progress.Report(new IngestionProgress(0, 0));
        try
        {
            var outcome = await runs.TryRunAsync(choices, progress, cancellationToken);
            return outcome.Report is { } report
                ? (new ReindexResult(report), $"done: {report.Added} added, {report.Updated} updated, {report.Removed} removed, {report.Failed.Count} failed")
                : (new ReindexBusy(outcome.BusySince!.Value), "not started: another run is going on");
        }
        catch (CoverageNotFoundException error)
        {
            return (new CommandRefused(error.Message), $"failed: {error.Message}");
        }
    }
}
