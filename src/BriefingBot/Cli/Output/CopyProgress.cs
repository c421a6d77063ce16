using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>Shows how far a copy of the store is: a bar on a terminal, nothing otherwise.</summary>
internal static class CopyProgress
{
    /// <summary>Runs the work with its progress shown on standard error.</summary>
    /// <param name="what">What is done, as the bar calls it.</param>
    /// <param name="work">The copy; it is told where to report the share that is done.</param>
    public static T Show<T>(string what, Func<IProgress<double>?, T> work) =>
        !Terminal.IsInteractive
            ? work(null)
            : Terminal
                .Error.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => work(new Bar(context.AddTask(what, maxValue: 1))));

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
