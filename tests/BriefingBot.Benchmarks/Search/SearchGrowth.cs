using System.Diagnostics;
using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;

namespace BriefingBot.Benchmarks.Search;

/// <summary>
/// What searching costs as the coverage grows, beside what users would pick instead, over the same passages in the same run: an exact scan
/// of 32-bit vectors, sqlite-vec, FTS5's own ranking, Lucene.Net.
/// </summary>
internal static class SearchGrowth
{
    private const int Top = 150;
    private const int TopOfPeers = 100;
    private const int Questions = 100;
    private const int FewestOfSlow = 20;

    /// <summary>Prints a table for each store.</summary>
    /// <param name="questions">A question set; its first hundred are asked.</param>
    /// <param name="stores">Data folders.</param>
    /// <param name="vec">The library of sqlite-vec; without it that row is left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string questions, IReadOnlyList<string> stores, string? vec, CancellationToken cancellationToken)
    {
        var asked = await AskedSearch.ReadAsync(questions, Questions, cancellationToken);
        foreach (string store in stores)
        {
            var folder = Directory.CreateTempSubdirectory("search-growth");
            try
            {
                await MeasureAsync(LargeStore.FileIn(store), folder.FullName, asked, vec, cancellationToken);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(
        string file,
        string folder,
        List<AskedSearch> asked,
        string? vec,
        CancellationToken cancellationToken
    )
    {
        long memory = PrivateBytes();
        long started = Stopwatch.GetTimestamp();
        using var store = await LargeStore.OpenAsync(file, cancellationToken);
        double load = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var cold = await TimeAsync(asked, question => SearchWordsAsync(store, question, Top, cancellationToken));
        long kept = PrivateBytes() - memory;
        var (keys, vectors) = await LargeStore.ReadVectorsAsync(file, cancellationToken);
        Console.WriteLine(
            $"## {keys.Count:N0} passages: loaded in {load:F0} ms, {kept >> 20} MB; lists of words not in memory p95 {At(cold, .95):F1} ms"
        );
        List<ISearchPeer> peers =
        [
            await LuceneWords.MakeAsync(folder, file, cancellationToken),
            await Fts5Words.MakeAsync(folder, file, cancellationToken),
        ];
        if (vec is not null)
        {
            peers.Add(await SqliteVecVectors.MakeAsync(folder, vec, keys, vectors, cancellationToken));
        }

        var words = await TimeAsync(asked, question => SearchWordsAsync(store, question, TopOfPeers, cancellationToken));
        var near = await TimeAsync(asked, question => SearchVectorsAsync(store, question, CoverageFilter.None, cancellationToken));
        Print("words", words, words);
        foreach (var peer in peers.Where(peer => peer.IsByWords))
        {
            await peer.SearchAsync(asked[0], TopOfPeers, cancellationToken);
            Print(peer.Name, await TimeAsync(asked, question => peer.SearchAsync(question, TopOfPeers, cancellationToken)), words);
        }

        Print("vectors", near, near);
        foreach (var peer in peers.Where(peer => !peer.IsByWords))
        {
            var few = asked.Take(FewestOfSlow).ToList();
            Print(peer.Name, await TimeAsync(few, question => peer.SearchAsync(question, Top, cancellationToken)), near);
        }

        await RecallAsync(store, keys, vectors, asked, near, cancellationToken);
        foreach (var peer in peers)
        {
            await peer.DisposeAsync();
        }
    }

    private static async Task RecallAsync(
        SqliteCoverageStore store,
        List<long> keys,
        List<float[]> vectors,
        List<AskedSearch> asked,
        List<double> near,
        CancellationToken cancellationToken
    )
    {
        var places = keys.Select((key, place) => (key, place)).ToDictionary(pair => pair.key, pair => pair.place);
        List<double> scan = [];
        var (ten, all) = (0.0, 0.0);
        foreach (var question in asked)
        {
            long began = Stopwatch.GetTimestamp();
            float[] exact = Scan(vectors, question.Vector);
            scan.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            var hits = await SearchVectorsAsync(store, question, CoverageFilter.None, cancellationToken);
            ten += Recall(hits, places, exact, 10);
            all += Recall(hits, places, exact, Top);
        }

        Print("scan of 32-bit vectors", scan, near);
        Console.WriteLine($"recall of the exact 10 / {Top} nearest: {ten / asked.Count:F4} / {all / asked.Count:F4}");
    }

    private static Task<IReadOnlyList<PassageHit>> SearchWordsAsync(
        SqliteCoverageStore store,
        AskedSearch question,
        int top,
        CancellationToken cancellationToken
    ) => store.SearchWordsAsync(question.Stems, CoverageFilter.None, top, cancellationToken);

    private static Task<IReadOnlyList<PassageHit>> SearchVectorsAsync(
        SqliteCoverageStore store,
        AskedSearch question,
        CoverageFilter filter,
        CancellationToken cancellationToken
    ) => store.SearchVectorsAsync(question.Vector, filter, Top, cancellationToken);

    private static float[] Scan(List<float[]> vectors, float[] question)
    {
        var cosines = new float[vectors.Count];
        for (int i = 0; i < cosines.Length; i++)
        {
            cosines[i] = vectors[i].Length == 0 ? 0 : TensorPrimitives.Dot<float>(vectors[i], question);
        }

        return cosines;
    }

    /// <summary>A byte a dimension cannot tell apart what is nearer than the tolerance.</summary>
    private static double Recall(IReadOnlyList<PassageHit> hits, Dictionary<long, int> places, float[] exact, int top)
    {
        float last = exact.OrderDescending().ElementAt(top - 1) - 0.001f;
        return hits.Take(top).Count(hit => exact[places[hit.Key]] >= last) / (double)top;
    }

    private static async Task<List<double>> TimeAsync(List<AskedSearch> asked, Func<AskedSearch, Task> work)
    {
        List<double> times = [];
        foreach (var question in asked)
        {
            long started = Stopwatch.GetTimestamp();
            await work(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private static void Print(string name, List<double> times, List<double> ours) =>
        Console.WriteLine($"{name, -24} p50 {At(times, .5), 8:F2}  p95 {At(times, .95), 8:F2} ms   x {At(times, .5) / At(ours, .5):F1}");

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));

    private static long PrivateBytes()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64;
    }
}
