using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>Moves a progress bar by questions.</summary>
internal sealed class BarQuestionProgress(ProgressTask task) : IProgress<int>
{
    /// <inheritdoc/>
    public void Report(int value) => task.Value = value;
}
