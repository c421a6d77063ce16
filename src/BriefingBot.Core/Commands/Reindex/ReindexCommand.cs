using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>
/// <c>reindex [rebuild] [source:NAME]</c>: brings the index in step with the sources, one run at a time. For admins. Thread-safe.
/// </summary>
public sealed class ReindexCommand(
    IndexRuns runs,
    SourceCatalog sources,
    SourceChecker checker,
    CommandGuard guard,
    TimeProvider clock,
    ILogger<ReindexCommand> logger
)
{
    /// <summary>From one view of the progress to the next at least.</summary>
    public static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Runs, and gives a <see cref="ReindexResult"/> with the final account, or a <see cref="ReindexBusy"/>. Takes as long as the run
    /// takes.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="rebuild">Read and embed everything again, changed or not; of a source when one is named.</param>
    /// <param name="source">The source that is read now, due or not; null for what is on this machine.</param>
    /// <param name="show"> Shows how far the run is: one call at a time, at most one in <see cref="ProgressPause"/>, none after this
    /// returns. A failure is logged and costs nothing. </param>
    /// <param name="cancellationToken">Ends the run; what was stored until then stays.</param>
    public Task<CommandResult> RunAsync(
        CommandCall call,
        bool rebuild,
        string? source,
        Func<IngestionProgress, CancellationToken, Task> show,
        CancellationToken cancellationToken
    )
    {
        string action = (rebuild ? "reindex rebuild" : "reindex") + (source is null ? "" : $" source:{source}");
        return guard.RunAsAdminAsync(
            action,
            call,
            () =>
                source is null
                    ? RunAsync(action, call, new IngestionChoices { Rebuild = rebuild }, null, show, cancellationToken)
                    : RunOneAsync(action, call, rebuild, source, show, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// Runs, and makes the removal that an earlier run held back if it is still the same; otherwise as
    /// <see cref="RunAsync(CommandCall, bool, string, Func{IngestionProgress, CancellationToken, Task}, CancellationToken)"/>.
    /// </summary>
    public Task<CommandResult> ConfirmRemovalAsync(
        CommandCall call,
        RemovalAction removal,
        Func<IngestionProgress, CancellationToken, Task> show,
        CancellationToken cancellationToken
    )
    {
        const string Action = "reindex and remove";
        return guard.RunAsAdminAsync(
            Action,
            call,
            () => RunAsync(Action, call, new IngestionChoices { ConfirmedRemoval = removal.Mark }, null, show, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Tells the run that is going on to stand still, to go on, or to end; gives a <see cref="ReindexControlled"/>.</summary>
    public Task<CommandResult> ControlAsync(CommandCall call, LeaseWish wish, CancellationToken cancellationToken)
    {
        string action = wish switch
        {
            LeaseWish.Pause => "reindex pause",
            LeaseWish.GoOn => "reindex resume",
            _ => "reindex cancel",
        };
        return guard.RunAsAdminAsync(
            action,
            call,
            async () =>
            {
                ReindexControlled told = new(wish, await runs.AskAsync(wish, cancellationToken));
                return (told, told.Since is null ? "no run is going on" : "told");
            },
            cancellationToken
        );
    }

    private async Task<(CommandResult Result, string Outcome)> RunOneAsync(
        string action,
        CommandCall call,
        bool rebuild,
        string source,
        Func<IngestionProgress, CancellationToken, Task> show,
        CancellationToken cancellationToken
    )
    {
        if (!SourceName.TryParse(source, out var name) || await sources.FindAsync(name, cancellationToken) is not { } entry)
        {
            var known = await sources.ListAsync(cancellationToken);
            string refusal =
                $"There is no source '{source}'. There are: {string.Join(", ", known.Select(static one => one.Source.Name.Value))}.";
            return (new CommandRefused(refusal), "not started: no such source");
        }

        var check = !entry.Source.IsFetched
            ? null
            : await checker.CheckAsync(entry, force: true, cancellationToken)
                ?? new SourceCheck(entry.Source.Name)
                {
                    Error = "it is already being read; what it has brought so far is indexed, and the rest follows when that is done.",
                };
        IngestionChoices choices = new() { RebuildWithin = rebuild ? sources.PathOf(entry.Source) : null };
        return await RunAsync(action, call, choices, check, show, cancellationToken);
    }

    private async Task<(CommandResult Result, string Outcome)> RunAsync(
        string action,
        CommandCall call,
        IngestionChoices choices,
        SourceCheck? check,
        Func<IngestionProgress, CancellationToken, Task> show,
        CancellationToken cancellationToken
    )
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
                ? (
                    new ReindexResult(report) { Check = check },
                    $"done: {report.Added} added, {report.Updated} updated, {report.Removed} removed, {report.Failed.Count} failed"
                )
                : (new ReindexBusy(outcome.BusySince!.Value), "not started: another run is going on");
        }
        catch (CoverageNotFoundException exception)
        {
            return (new CommandRefused(exception.Message), $"failed: {exception.Message}");
        }
        catch (IndexRunEndedException exception)
        {
            return (new ReindexEnded(exception.Message), "ended by command");
        }
    }
}
