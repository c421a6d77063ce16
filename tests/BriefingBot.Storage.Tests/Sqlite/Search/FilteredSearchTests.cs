using System.Numerics.Tensors;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite.Search;

/// <summary>The same passages as a full scan gives, however few of them a filter lets through.</summary>
public sealed class FilteredSearchTests : IDisposable
{
    private const int Days = 100;
    private const int PassagesADay = 200;
    private const int Top = 150;
    private static readonly EncoderIdentity Encoder = new("wide/1", 384);
    private static readonly DateOnly First = Samples.Day("2023-01-01");
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 800).Select(i => $"w{i}z")];
    private readonly SqliteStoreFactory _factory = new();
    private readonly Random _random = new(11);
    private readonly List<Row> _rows = [];
    private readonly float[][] _subjects;

    public FilteredSearchTests() =>
        _subjects = [.. Enumerable.Range(0, 100).Select(_ => Samples.RandomVector(_random, Encoder.Dimensions))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Words_and_vectors_are_found_as_a_full_scan_finds_them_through_filters_of_any_share()
    {
        var store = await FillAsync();
        foreach (int days in (int[])[1, 10, 50, Days])
        {
            var from = First.AddDays(_random.Next(Days - days + 1));
            CoverageFilter filter = new() { Window = new TimeWindow(from, from.AddDays(days - 1)) };
            List<Row> allowed = [.. _rows.Where(row => row.Day >= from && row.Day < from.AddDays(days))];
            int found = 0;
            int wanted = 0;
            for (int question = 0; question < 15; question++)
            {
                string[] stems = [.. Enumerable.Range(0, 5).Select(_ => Word()).Distinct(StringComparer.Ordinal)];
                await CheckWordsAsync(store, filter, allowed, stems);
                var (same, of) = await CountNearAsync(store, filter, allowed);
                found += same;
                wanted += of;
            }

            Assert.True(found >= 0.99 * wanted, $"{found} of the {wanted} nearest were found among {days} of {Days} days.");
        }
    }

    private async Task CheckWordsAsync(SqliteCoverageStore store, CoverageFilter filter, List<Row> allowed, string[] stems)
    {
        var scores = Score(stems);
        var expected = allowed.Where(row => scores[row.Key] > 0).OrderByDescending(row => scores[row.Key]).Take(Top).ToList();

        var hits = await store.SearchWordsAsync(stems, filter, Top, Ct);

        Assert.Equal(expected.Count, hits.Count);
        Assert.All(expected.Zip(hits), pair => Assert.Equal(scores[pair.First.Key], pair.Second.Score, 1e-4));
        Assert.All(hits, hit => Assert.Equal(scores[hit.Key], hit.Score, 1e-4));
        var keys = allowed.Select(row => row.Key).ToHashSet();
        Assert.All(hits, hit => Assert.Contains(hit.Key, keys));
    }

    private async Task<(int Found, int Wanted)> CountNearAsync(SqliteCoverageStore store, CoverageFilter filter, List<Row> allowed)
    {
        float[] vector = Vector();
        var cosines = allowed.ToDictionary(row => row.Key, row => TensorPrimitives.Dot<float>(row.Vector, vector));
        int wanted = Math.Min(Top, allowed.Count);
        float last = cosines.Values.OrderDescending().ElementAt(wanted - 1);

        var hits = await store.SearchVectorsAsync(vector, filter, Top, Ct);

        // One byte a dimension cannot tell closer ones apart.
        return (hits.Count(hit => cosines.TryGetValue(hit.Key, out float cosine) && cosine >= last - 0.002f), wanted);
    }

    /// <summary>BM25 as it is written down, over all passages (k1 = 1.2, b = 0.75).</summary>
    private Dictionary<long, double> Score(string[] stems)
    {
        double average = _rows.Average(row => row.Words.Length);
        var scores = _rows.ToDictionary(row => row.Key, _ => 0.0);
        foreach (string stem in stems)
        {
            var holding = _rows.Select(row => (row, Count: row.Words.Count(word => word == stem))).Where(pair => pair.Count > 0).ToList();
            double weight = Math.Max(Math.Log((_rows.Count - holding.Count + 0.5) / (holding.Count + 0.5)), 1e-6);
            foreach (var (row, count) in holding)
            {
                scores[row.Key] += weight * count * 2.2 / (count + (1.2 * (0.25 + (0.75 * row.Words.Length / average))));
            }
        }

        return scores;
    }

    private async Task<SqliteCoverageStore> FillAsync()
    {
        var store = _factory.Create(Encoder);
        await store.OpenAsync(Ct);
        for (int day = 0; day < Days; day++)
        {
            string[] texts =
            [
                .. Enumerable
                    .Range(0, PassagesADay)
                    .Select(_ => string.Join(' ', Enumerable.Range(0, 4 + _random.Next(12)).Select(_ => Word()))),
            ];
            var article = Samples.Article($"day/{day}", "Title", texts) with { Published = new PublicationDate(First.AddDays(day)) };
            Article bare = article with
            {
                Title = "",
                Passages = [.. article.Passages.Skip(1).Select(passage => passage with { Ordinal = passage.Ordinal - 1 })],
            };
            List<float[]> vectors = [];
            await store.SaveAsync(
                Samples.Indexed(
                    bare,
                    Encoder,
                    vector: _ =>
                    {
                        vectors.Add(Vector());
                        return vectors[^1];
                    }
                ),
                Ct
            );
            for (int i = 0; i < texts.Length; i++)
            {
                _rows.Add(new Row(_rows.Count + 1, First.AddDays(day), texts[i].Split(' '), vectors[i]));
            }
        }

        return store;
    }

    /// <summary>Of one of some subjects, as reports are.</summary>
    private float[] Vector()
    {
        float[] subject = _subjects[_random.Next(_subjects.Length)];
        float[] own = Samples.RandomVector(_random, Encoder.Dimensions);
        float[] sum = [.. subject.Zip(own, (s, o) => s + o)];
        TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), sum);
        return sum;
    }

    private string Word() => Vocabulary[(int)(Vocabulary.Length * Math.Pow(_random.NextDouble(), 2))];

    private sealed record Row(long Key, DateOnly Day, string[] Words, float[] Vector);
}
