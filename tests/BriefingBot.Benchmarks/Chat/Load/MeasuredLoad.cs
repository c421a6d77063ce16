using System.Diagnostics;
using System.Globalization;

namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>What a run took.</summary>
/// <param name="Questions">How many were asked.</param>
/// <param name="Elapsed">By the clock.</param>
/// <param name="Processor">Of the processor.</param>
internal sealed record MeasuredLoad(int Questions, TimeSpan Elapsed, TimeSpan Processor)
{
    public double PerSecond => Questions / Elapsed.TotalSeconds;

    public static async Task<MeasuredLoad> OfAsync(int questions, Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await work();
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new MeasuredLoad(questions, elapsed, process.TotalProcessorTime - before);
    }

    public void Print(string run) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{run, -28}{PerSecond, 8:F0} questions/s, {Processor.TotalMilliseconds / Questions, 6:F2} ms of processor time a question"
            )
        );

    /// <summary>How fast this was beside another.</summary>
    public void PrintRatio(string run, MeasuredLoad other) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{run}: {PerSecond / other.PerSecond:F2} of its questions a second, {Processor / other.Processor:F2} "
                    + $"times its processor time"
            )
        );
}
