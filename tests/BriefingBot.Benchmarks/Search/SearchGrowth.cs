using System.Diagnostics;
using System.Numerics.Tensors;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Benchmarks.Search;

/// <summary>
/// What searching costs as the coverage grows, beside an exact scan of 32-bit vectors and FTS5's own ranking of the same words in the same
/// run.
/// </summary>
internal static class SearchGrowth
{
    private const int Top = 150;
    private const int Questions = 100;

    /// <summary>Prints a row for each size.</summary>
    /// <param name="data">The folder of a finished index to make the stores of.</param>
    /// <param name="questions">A question set; its first hundred are asked.</param>
    /// <param name="sizes">Passages.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string data, string questions, IReadOnlyList<int> sizes, CancellationToken cancellationToken)
    {
        var asked = await EncodeAsync(questions, cancellationToken);
        var rows = await LargeStore.ReadAsync(Path.Combine(data, "briefingbot.sqlite"), cancellationToken);
        Console.WriteLine($"{rows.Count} passages to begin with, {asked.Count} questions; times in ms of one core");
        Console.WriteLine(
            "| passages | load | vectors p50 / p95 | 32-bit scan p50 (times) | recall@10 / @150 | words cold p95 | "
                + "words p50 / p95 | FTS5 p50 (times) | private MB |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (int size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("search-growth");
            try
            {
                string file = Path.Combine(folder.FullName, "briefingbot.sqlite");
                var vectors = await LargeStore.FillAsync(file, rows, size, cancellationToken);
                Console.WriteLine(await MeasureAsync(file, vectors, asked, cancellationToken));
            }
            finally
            {
                SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task<string> MeasureAsync(
        string file,
        List<float[]> vectors,
        List<AskedSearch> asked,
        CancellationToken cancellationToken
    )
    {
        long memory = PrivateBytes();
        long started = Stopwatch.GetTimestamp();
        using var store = await LargeStore.OpenAsync(file, cancellationToken);
        double load = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

        List<double> cold = [];
        foreach (var question in asked)
        {
            cold.Add(await TimeAsync(() => store.SearchWordsAsync(question.Stems, CoverageFilter.None, Top, cancellationToken)));
        }

        await store.SearchVectorsAsync(asked[0].Vector, CoverageFilter.None, Top, cancellationToken);
        long kept = PrivateBytes() - memory;
        List<double> near = [];
        List<double> scan = [];
        List<double> words = [];
        List<double> ranked = [];
        var (ten, all) = (0.0, 0.0);
        await using SqliteConnection connection = new(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        foreach (var question in asked)
        {
            IReadOnlyList<PassageHit> hits = [];
            near.Add(
                await TimeAsync(async () =>
                    hits = await store.SearchVectorsAsync(question.Vector, CoverageFilter.None, Top, cancellationToken)
                )
            );
            long began = Stopwatch.GetTimestamp();
            float[] exact = Scan(vectors, question.Vector);
            scan.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            ten += Recall(hits, exact, 10);
            all += Recall(hits, exact, Top);
            words.Add(await TimeAsync(() => store.SearchWordsAsync(question.Stems, CoverageFilter.None, Top, cancellationToken)));
            ranked.Add(await TimeAsync(() => RankAsync(connection, question.Stems, cancellationToken)));
        }

        return $"| {vectors.Count:N0} | {load:F0} | {At(near, .5):F2} / {At(near, .95):F2} | {At(scan, .5):F1} "
            + $"({At(scan, .5) / At(near, .5):F0}) | "
            + $"{ten / asked.Count:F4} / {all / asked.Count:F4} | {At(cold, .95):F1} | {At(words, .5):F2} / {At(words, .95):F2} | "
            + $"{At(ranked, .5):F1} ({At(ranked, .5) / At(words, .5):F0}) | {kept >> 20} |";
    }

    private static async Task<List<AskedSearch>> EncodeAsync(string questions, CancellationToken cancellationToken)
    {
        using var encoder = ShippedEncoder.Load();
        List<AskedSearch> asked = [];
        foreach (var entry in (await QuestionSet.ReadAsync(questions, cancellationToken)).Entries.Take(Questions))
        {
            var question = QuestionAnalyzer.Analyze(
                entry.Question,
                entry.Question,
                entry.Question.Length,
                DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date)
            );
            var vectors = await encoder.GenerateAsync([entry.Question], cancellationToken: cancellationToken);
            asked.Add(new AskedSearch(vectors[0].Vector.ToArray(), [.. question.Terms.Select(term => term.Stem)]));
        }

        return asked;
    }

    private static float[] Scan(List<float[]> vectors, float[] question)
    {
        var cosines = new float[vectors.Count];
        for (int i = 0; i < cosines.Length; i++)
        {
            cosines[i] = TensorPrimitives.Dot<float>(vectors[i], question);
        }

        return cosines;
    }

    /// <summary>
    /// Keys count from 1 in the order in which the passages were saved. A byte a dimension cannot tell apart what is nearer than the
    /// tolerance.
    /// </summary>
    private static double Recall(IReadOnlyList<PassageHit> hits, float[] exact, int top)
    {
        float last = exact.OrderDescending().ElementAt(top - 1) - 0.001f;
        return hits.Take(top).Count(hit => exact[hit.Key - 1] >= last) / (double)top;
    }

    private static async Task RankAsync(SqliteConnection connection, IReadOnlyList<string> stems, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT rowid FROM passage_words WHERE passage_words MATCH $match ORDER BY bm25(passage_words, 1.0, 1.0) LIMIT {Top}";
        command.Parameters.AddWithValue("$match", string.Join(" OR ", stems.Select(stem => $"\"{stem}\"")));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _ = reader.GetInt64(0);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));

    private static long PrivateBytes()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64;
    }

    private sealed record AskedSearch(float[] Vector, IReadOnlyList<string> Stems);
}
