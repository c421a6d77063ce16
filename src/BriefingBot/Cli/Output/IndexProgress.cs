using BriefingBot.Core.Ingestion;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>Shows how far an index run is: a bar on a terminal, plain lines otherwise.</summary>
internal static class IndexProgress
{
    /// <summary>Runs the work with its progress shown on standard error.</summary>
    /// <param name="plain">What is told when standard error is no terminal; null: nothing.</param>
    /// <param name="work">The run.</param>
    public static async Task<IngestionReport> ShowAsync(
        IProgress<IngestionProgress>? plain,
        Func<IProgress<IngestionProgress>?, Task<IngestionReport>> work
    )
    {
        if (!Terminal.IsInteractive)
        {
            return await work(plain);
        }

        return await Terminal
            .Error.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Indexing", maxValue: 1);
                return await work(new BarIndexProgress(task));
            });
    }
}
