using System.Diagnostics;
using BriefingBot.Evaluation;

namespace BriefingBot.Benchmarks.QuestionPath;

/// <summary>One process that answers questions over one index, from its start on.</summary>
internal static class QuestionRun
{
    private const int New = 100;
    private const int Askers = 16;
    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(10);

    /// <summary>Of the rows that runs print.</summary>
    public const string Heading =
        "| passages | start to first answer s | first 100 new p50 / p95 ms | warm p50 / p95 ms | answers a second, 16 "
        + "askers | private MB |\n"
        + "|---|---|---|---|---|---|";

    /// <summary>Prints a row.</summary>
    /// <param name="questions">A question set: one is asked first, a hundred others once as new ones and again as warm ones.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string questions, string data, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var entries = (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries;
        using var path = await OpenPath.OpenAsync(data, cancellationToken);
        await path.AskAsync(entries[0], cancellationToken);
        double first = (TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalSeconds;

        await path.Warming.WarmAsync(cancellationToken);

        var asked = entries.Skip(10).Take(New).ToList();
        var fresh = await TimeAsync(path, asked, cancellationToken);
        var warm = await TimeAsync(path, asked, cancellationToken);
        double rate = await AskTogetherAsync(path, asked, cancellationToken);
        GC.Collect();
        process.Refresh();
        int passages = (await path.Store.GetStatusAsync(cancellationToken)).Passages;
        Console.WriteLine(
            $"| {passages:N0} | {first:F2} | {At(fresh, .5):F1} / {At(fresh, .95):F1} | {At(warm, .5):F1} / "
                + $"{At(warm, .95):F1} | {rate:F0} | "
                + $"{PrivateMegabytes()} |"
        );
    }

    private static async Task<double> AskTogetherAsync(OpenPath path, List<QuestionSetEntry> asked, CancellationToken cancellationToken)
    {
        long answered = 0;
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Askers)
                .Select(asker =>
                    Task.Run(
                        async () =>
                        {
                            for (int i = asker * 7; Stopwatch.GetElapsedTime(started) < Asking; i++)
                            {
                                await path.AskAsync(asked[i % asked.Count], cancellationToken);
                                Interlocked.Increment(ref answered);
                            }
                        },
                        cancellationToken
                    )
                )
        );
        return answered / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<List<double>> TimeAsync(OpenPath path, List<QuestionSetEntry> asked, CancellationToken cancellationToken)
    {
        List<double> times = [];
        foreach (var entry in asked)
        {
            long started = Stopwatch.GetTimestamp();
            await path.AskAsync(entry, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));

    /// <summary>What is in memory and is no page of a file, where the system says so.</summary>
    internal static long PrivateMegabytes()
    {
        const string Status = "/proc/self/status";
        string? line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(row => row.StartsWith("RssAnon:", StringComparison.Ordinal))
            : null;
        if (line is not null)
        {
            return long.Parse(line.AsSpan("RssAnon:".Length).Trim().TrimEnd("kB ")) / 1024;
        }

        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64 >> 20;
    }
}
