using System.Diagnostics;
using BriefingBot.Benchmarks.Search;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Evaluation;

namespace BriefingBot.Benchmarks.QuestionPath;

/// <summary>
/// Eight askers and a writer on one index for some minutes: no error, memory flat after the first minute, and no question that takes
/// much longer than the others.
/// </summary>
internal static class SearchMixed
{
    private const int Askers = 8;
    private const double MostTimesOfMedian = 4;
    private const double MostGrowth = 1.1;
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Report = TimeSpan.FromSeconds(30);

    /// <summary>Prints a row each half minute.</summary>
    /// <param name="questions">A question set.</param>
    /// <param name="data">The data folder; it is written to.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>False when something of the above does not hold.</returns>
    public static async Task<bool> RunAsync(string questions, string data, int seconds, CancellationToken cancellationToken)
    {
        var articles = (await LargeStore.ReadAsync(LargeStore.FileIn(data), cancellationToken)).Take(2000).ToList();
        var entries = (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries;
        using var path = await OpenPath.OpenAsync(data, cancellationToken);
        foreach (var entry in entries.Take(20))
        {
            await path.AskAsync(entry, cancellationToken);
        }

        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(TimeSpan.FromSeconds(seconds));
        List<double> times = [];
        List<string> errors = [];
        List<long> memory = [];
        var askers = Enumerable
            .Range(0, Askers)
            .Select(asker => Task.Run(() => AskAsync(path, entries, asker, times, errors, over.Token), CancellationToken.None));
        var writer = Task.Run(() => WriteAsync(path, articles, errors, over.Token), CancellationToken.None);
        var reporter = ReportAsync(times, memory, over.Token);
        await Task.WhenAll([.. askers, writer, reporter]);

        double[] sorted = [.. times.Order()];
        double median = sorted[sorted.Length / 2];
        double last = sorted[(int)(sorted.Length * .99)];
        double growth = memory.Count < 4 ? 1 : memory.Skip(1).Max() / (double)memory[1];
        Console.WriteLine(
            $"{sorted.Length} questions, p50 {median:F1}, p99 {last:F1} ms ({last / median:F1} times); memory after the "
                + $"first minute grew {growth:F2} "
                + $"times; {errors.Count} errors {errors.FirstOrDefault()}"
        );
        return errors.Count == 0 && last <= MostTimesOfMedian * median && growth <= MostGrowth;
    }

    private static async Task AskAsync(
        OpenPath path,
        IReadOnlyList<QuestionSetEntry> entries,
        int asker,
        List<double> times,
        List<string> errors,
        CancellationToken cancellationToken
    )
    {
        for (int i = asker * 13; !cancellationToken.IsCancellationRequested; i++)
        {
            long started = Stopwatch.GetTimestamp();
            try
            {
                await path.AskAsync(entries[i % entries.Count], cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Keep(errors, exception.Message);
            }

            Keep(times, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static async Task WriteAsync(
        OpenPath path,
        List<IndexedArticle> articles,
        List<string> errors,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using PeriodicTimer timer = new(BetweenSaves);
            for (int i = 0; await timer.WaitForNextTickAsync(cancellationToken); i++)
            {
                var article = articles[i % articles.Count];
                Article revised = article.Article with { Title = $"{article.Article.Title} ({i})" };
                await path.Store.SaveAsync(article with { Article = revised, Fingerprint = $"{i}" }, cancellationToken);
                if (i % 10 == 9)
                {
                    await path.Store.WithdrawAsync(articles[i * 7 % articles.Count].Article.Id, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
        catch (Exception exception)
        {
            Keep(errors, exception.Message);
        }
    }

    private static async Task ReportAsync(List<double> times, List<long> memory, CancellationToken cancellationToken)
    {
        try
        {
            using PeriodicTimer timer = new(Report);
            int before = 0;
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                double[] latest;
                lock (times)
                {
                    latest = [.. times.Skip(before).Order()];
                    before = times.Count;
                }

                memory.Add(QuestionRun.PrivateMegabytes());
                Console.WriteLine(
                    $"{latest.Length, 6} questions, p50 {latest[latest.Length / 2], 7:F1}, p99 "
                        + $"{latest[(int)(latest.Length * .99)], 7:F1} ms, "
                        + $"{memory[^1], 6} MB"
                );
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private static void Keep<T>(List<T> list, T item)
    {
        lock (list)
        {
            list.Add(item);
        }
    }
}
