using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands;

/// <summary>A button under the result of a command.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Action">What it carries.</param>
public sealed record CommandButton(string Label, string Action)
{
    /// <summary>The button of a result; null for none.</summary>
    public static CommandButton? Of(CommandResult result) =>
        result switch
        {
            ReindexResult reindex => Confirming(reindex.Report),
            StatusResult { RunningSince: null, LastRun: { } last } => Confirming(last.Report),
            _ => null,
        };

    private static CommandButton? Confirming(IngestionReport report) =>
        report.HeldMark is { } mark ? new CommandButton("Remove what is gone", new RemovalAction(mark).ToString()) : null;
}
