using System.Diagnostics;
using BriefingBot.Core.Conversations;
using BriefingBot.Evaluation;

namespace BriefingBot.Benchmarks.QuestionPath;

/// <summary>
/// Where the time of a question goes on a warm index: the median of every stage, beside the baseline, encoding the same question by itself
/// on the same thread, measured in turn with it.
/// </summary>
internal static class QuestionPathSplit
{
    public static async Task RunAsync(string dataDirectory, string questionSet, CancellationToken cancellationToken)
    {
        using var path = await OpenPath.OpenAsync(dataDirectory, cancellationToken);
        var set = await QuestionSet.ReadAsync(questionSet, cancellationToken);
        List<StageTimings> timings = [];
        List<double> baseline = [];
        foreach (bool warm in (bool[])[false, true])
        {
            foreach (var entry in set.Entries)
            {
                long started = Stopwatch.GetTimestamp();
                await path.Encoder.GenerateAsync([entry.Question], cancellationToken: cancellationToken);
                var encoding = Stopwatch.GetElapsedTime(started);
                StageTimings? answered = await path.AskAsync(entry, cancellationToken);
                if (warm && answered is not null)
                {
                    baseline.Add(encoding.TotalMilliseconds);
                    timings.Add(answered);
                }
            }
        }

        double alone = Median(baseline);
        Console.WriteLine($"{timings.Count} questions on a warm index; medians in ms");
        Print("encoding by itself (baseline)", alone, alone);
        Print("question", Median(timings.Select(t => t.Question.TotalMilliseconds)), alone);
        Print("encoding", Median(timings.Select(t => t.Encoding.TotalMilliseconds)), alone);
        Print("retrieval without encoding", Median(timings.Select(t => t.Retrieval.TotalMilliseconds)), alone);
        Print("composing", Median(timings.Select(t => t.Composing.TotalMilliseconds)), alone);
        Print("verifying", Median(timings.Select(t => t.Verifying.TotalMilliseconds)), alone);
        Print("whole question", Median(timings.Select(t => t.Total.TotalMilliseconds)), alone);
    }

    private static void Print(string stage, double milliseconds, double baseline) =>
        Console.WriteLine($"{stage, -32}{milliseconds, 8:F2}   x {milliseconds / baseline:F2}");

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
