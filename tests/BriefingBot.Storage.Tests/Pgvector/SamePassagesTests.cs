using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Tests.Postgres;
using BriefingBot.Storage.Tests.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Pgvector;

/// <summary>
/// The same coverage searched in memory and in the database, with revisions and withdrawals: words give the same passages with the same
/// scores, vectors nearly the same ones, from tables that followed every change and from some that were filled at once.
/// </summary>
[Collection(PgliteTests.Name)]
public sealed class SamePassagesTests(PgliteFixture pglite) : IAsyncLifetime
{
    private const int Articles = 250;
    private const int Questions = 150;
    private const int Limit = 20;
    private static readonly DateOnly First = new(2026, 1, 1);
    private readonly SqliteStoreFactory _sqlite = new();
    private readonly Random _random = new(20261130);
    private PostgresStoreFactory _postgres = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _postgres = new(await pglite.GetEmptyAsync(Ct));

    public async ValueTask DisposeAsync()
    {
        _sqlite.Dispose();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task Searches_in_the_database_find_what_searches_in_memory_find()
    {
        var memory = await _sqlite.OpenAsync(Ct);
        var database = await OpenAsync();
        for (int i = 0; i < Articles; i++)
        {
            await SaveAsync([memory, database], i);
            if (i % 7 == 6)
            {
                await SaveAsync([memory, database], _random.Next(i));
            }

            if (i % 11 == 10)
            {
                var gone = Id(_random.Next(i));
                Assert.Equal(await memory.WithdrawAsync(gone, Ct), await database.WithdrawAsync(gone, Ct));
            }
        }

        await CompareAsync(memory, database);

        await _postgres.ExecuteAsync("UPDATE search_state SET form = 0", Ct);
        await CompareAsync(memory, await OpenAsync());
    }

    private async Task CompareAsync(ICoverageStore memory, ICoverageStore database)
    {
        var (near, found, hits) = (0, 0, 0);
        for (int i = 0; i < Questions; i++)
        {
            string[] stems = Samples.Stems(Words(1 + _random.Next(6)));
            float[] vector = Samples.RandomVector(_random, Samples.Encoder.Dimensions);
            var from = First.AddDays(_random.Next(60));
            CoverageFilter filter = (i % 4) switch
            {
                0 or 1 => CoverageFilter.None,
                2 => new() { Window = new TimeWindow(from, from.AddDays(_random.Next(30))), AllowUndated = i % 8 == 2 },
                _ => new() { Collections = ["b"], NotAfter = from },
            };

            var words = await DescribeAsync(memory, await memory.SearchWordsAsync(stems, filter, Limit, Ct));
            Assert.Equal(words, await DescribeAsync(database, await database.SearchWordsAsync(stems, filter, Limit, Ct)));
            var (here, there) = (await memory.GetPassageFrequenciesAsync(stems, Ct), await database.GetPassageFrequenciesAsync(stems, Ct));
            Assert.Equal(here.Passages, there.Passages);
            Assert.Equal(here.Counts, there.Counts);

            var wanted = await DescribeAsync(memory, await memory.SearchVectorsAsync(vector, filter, Limit, Ct));
            near += wanted.Intersect(await DescribeAsync(database, await database.SearchVectorsAsync(vector, filter, Limit, Ct))).Count();
            found += wanted.Count;
            hits += words.Count;
        }

        Assert.True(hits > Questions * 5, $"Only {hits} passages were found by words.");
        Assert.InRange(near, found * 0.99, found);
    }

    private async Task<ICoverageStore> OpenAsync() =>
        await _postgres.OpenAsync(Ct, configure: options => options.Vectors = VectorPlace.Pgvector);

    private static async Task<List<string>> DescribeAsync(ICoverageStore store, IReadOnlyList<PassageHit> hits)
    {
        var passages = await store.LoadPassagesAsync([.. hits.Select(hit => hit.Key)], Ct);
        return [.. passages.Zip(hits, (passage, hit) => $"{passage.Id} {passage.Text} {hit.Score:R}")];
    }

    private async Task SaveAsync(ICoverageStore[] stores, int number)
    {
        var article = Samples.Article(Id(number).Value, Words(4), [.. Enumerable.Range(0, 3).Select(_ => Words(8 + _random.Next(20)))]) with
        {
            Published = number % 9 == 0 ? null : new PublicationDate(First.AddDays(number / 5)),
            Collection = number % 4 == 0 ? "b" : "a",
        };
        var indexed = Samples.Indexed(article, fingerprint: $"{_random.Next()}");
        foreach (var store in stores)
        {
            await store.SaveAsync(indexed, Ct);
        }
    }

    private string Words(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => $"w{(int)(200 * Math.Pow(_random.NextDouble(), 2))}x"));

    private static ArticleId Id(int number) => ArticleId.Parse($"wire/{number}");
}
