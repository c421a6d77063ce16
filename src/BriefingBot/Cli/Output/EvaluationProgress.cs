using BriefingBot.Evaluation;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>Shows how far an evaluation is, on a terminal only.</summary>
internal static class EvaluationProgress
{
    /// <summary>Runs the work with its progress shown on standard error.</summary>
    public static async Task<EvaluationReport> ShowAsync(int questions, Func<IProgress<int>?, Task<EvaluationReport>> work)
    {
        if (!Terminal.IsInteractive)
        {
            return await work(null);
        }

        return await Terminal
            .Error.Progress()
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var task = context.AddTask("Asking", maxValue: Math.Max(1, questions));
                return await work(new BarQuestionProgress(task));
            });
    }
}
