using System.Diagnostics;

namespace BriefingBot.Benchmarks.QuestionPath;

/// <summary>What a whole question costs over stores of any size, each in a process of its own.</summary>
internal static class QuestionGrowth
{
    /// <summary>Prints a row for each data folder.</summary>
    public static async Task RunAsync(string questions, IReadOnlyList<string> stores, CancellationToken cancellationToken)
    {
        Console.WriteLine(QuestionRun.Heading);
        foreach (string store in stores)
        {
            ProcessStartInfo start = new(Environment.ProcessPath!) { UseShellExecute = false };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            {
                start.ArgumentList.Add(typeof(QuestionGrowth).Assembly.Location);
            }

            foreach (string argument in (string[])["question-run", questions, store])
            {
                start.ArgumentList.Add(argument);
            }

            using var run = Process.Start(start) ?? throw new InvalidOperationException("The run did not start.");
            await run.WaitForExitAsync(cancellationToken);
        }
    }
}
