using BriefingBot.Core.Ingestion;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>Moves a progress bar.</summary>
internal sealed class BarIndexProgress(ProgressTask task) : IProgress<IngestionProgress>
{
    /// <inheritdoc/>
    public void Report(IngestionProgress value)
    {
        task.MaxValue = Math.Max(1, value.Total);
        task.Value = value.Done;
    }
}
