using System.Diagnostics;
using System.Numerics.Tensors;
using BriefingBot.Benchmarks.Search;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage;
using BriefingBot.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.Engines;

/// <summary>
/// A store and its copy in a PostgreSQL with pgvector: what searches in the database find of the exact nearest, with filters by date of
/// several widths and without one, whether words give the same passages, and how long both take.
/// </summary>
internal static class PgvectorRecall
{
    private const int Questions = 100;
    private const int Top = 150;
    private const int Few = 10;

    /// <summary>Prints a line a filter.</summary>
    /// <param name="questions">A question set.</param>
    /// <param name="data">The data folder of the store.</param>
    /// <param name="connection">To its copy.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string questions, string data, string connection, CancellationToken cancellationToken)
    {
        var asked = await AskedSearch.ReadAsync(questions, Questions, cancellationToken);
        string file = LargeStore.FileIn(data);
        using var memory = await LargeStore.OpenAsync(file, cancellationToken);
        await using PostgresCoverageStore database = new(
            Options.Create(new PostgresStoreOptions { ConnectionString = connection, Vectors = VectorPlace.Pgvector }),
            ShippedEncoder.Identity,
            TimeProvider.System,
            NullLogger<PostgresCoverageStore>.Instance
        );
        long started = Stopwatch.GetTimestamp();
        await database.OpenAsync(cancellationToken);
        var (keys, vectors) = await LargeStore.ReadVectorsAsync(file, cancellationToken);
        var days = await ReadDaysAsync(file, cancellationToken);
        Console.WriteLine($"{keys.Count:N0} passages; opened in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        int[] sorted = [.. days.Values.Order()];
        foreach (double share in (double[])[1, .5, .1, .01])
        {
            int from = (int)((1 - share) / 2 * sorted.Length);
            int to = Math.Min(sorted.Length - 1, from + (int)(share * sorted.Length));
            TimeWindow window = new(DateOnly.FromDayNumber(sorted[from]), DateOnly.FromDayNumber(sorted[to]));
            var filter = share == 1 ? CoverageFilter.None : new CoverageFilter { Window = window };
            bool[] passes =
            [
                .. keys.Select(key => share == 1 || (days.TryGetValue(key, out int day) && window.Contains(DateOnly.FromDayNumber(day)))),
            ];
            await MeasureAsync($"{share:P0} of the passages", memory, database, asked, filter, keys, vectors, passes, cancellationToken);
        }
    }

    private static async Task MeasureAsync(
        string name,
        ICoverageStore memory,
        ICoverageStore database,
        List<AskedSearch> asked,
        CoverageFilter filter,
        List<long> keys,
        List<float[]> vectors,
        bool[] passes,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, List<double>> times = [];
        var (few, all, words) = (0.0, 0.0, 0);
        foreach (var question in asked)
        {
            var inMemory = await TimeAsync(
                times,
                "words in memory",
                () => memory.SearchWordsAsync(question.Stems, filter, Top, cancellationToken)
            );
            var inDatabase = await TimeAsync(
                times,
                "words in the database",
                () => database.SearchWordsAsync(question.Stems, filter, Top, cancellationToken)
            );
            words += inMemory.SequenceEqual(inDatabase) ? 1 : 0;
            await TimeAsync(times, "vectors in memory", () => memory.SearchVectorsAsync(question.Vector, filter, Top, cancellationToken));
            var hits = await TimeAsync(
                times,
                "vectors in the database",
                () => database.SearchVectorsAsync(question.Vector, filter, Top, cancellationToken)
            );
            HashSet<long> found = [.. hits.Select(hit => hit.Key)];
            var exact = vectors
                .Select((vector, i) => (Key: keys[i], Cosine: passes[i] ? TensorPrimitives.Dot<float>(vector, question.Vector) : -2))
                .OrderByDescending(pair => pair.Cosine)
                .Take(Top)
                .Where(pair => pair.Cosine > -2)
                .ToList();
            few += exact.Take(Few).Count(pair => found.Contains(pair.Key)) / (double)Math.Min(Few, exact.Count);
            all += exact.Count(pair => found.Contains(pair.Key)) / (double)exact.Count;
        }

        Console.WriteLine(
            $"{name}: recall of the exact {Few} / {Top} nearest {few / asked.Count:F4} / {all / asked.Count:F4}; words give the same passages for "
                + $"{words} of {asked.Count} questions"
        );
        foreach (var (place, list) in times)
        {
            Console.WriteLine($"  {place, -24} p50 {At(list, .5), 8:F2}  p95 {At(list, .95), 8:F2} ms");
        }
    }

    private static async Task<IReadOnlyList<PassageHit>> TimeAsync(
        Dictionary<string, List<double>> times,
        string name,
        Func<Task<IReadOnlyList<PassageHit>>> search
    )
    {
        long started = Stopwatch.GetTimestamp();
        var hits = await search();
        times.TryAdd(name, []);
        times[name].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return hits;
    }

    private static async Task<Dictionary<long, int>> ReadDaysAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = await LargeStore.ConnectAsync(file, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT p.key, a.published_order / 1441 FROM passage p JOIN article a ON a.number = p.article "
            + "WHERE p.is_current = 1 AND a.published_order IS NOT NULL";
        Dictionary<long, int> days = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            days.Add(reader.GetInt64(0), reader.GetInt32(1));
        }

        return days;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
