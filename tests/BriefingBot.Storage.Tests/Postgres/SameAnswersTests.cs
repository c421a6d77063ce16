using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Tests.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace BriefingBot.Storage.Tests.Postgres;

/// <summary>
/// The same coverage in both engines, with revisions, withdrawals and a block of words that is whole: each search of each question gives
/// the same passages with the same scores, from a store that followed every change and from one that loaded it.
/// </summary>
public sealed class SameAnswersTests : IAsyncLifetime
{
    private const int Articles = 300;
    private const int Questions = 300;
    private static readonly DateOnly First = new(2026, 1, 1);
    private readonly SqliteStoreFactory _sqlite = new();
    private readonly PostgresStoreFactory _postgres = new();
    private readonly Random _random = new(20261130);
    private ICoverageStore[] _stores = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stores = [await _sqlite.OpenAsync(Ct), await _postgres.OpenAsync(Ct)];
        for (int i = 0; i < Articles; i++)
        {
            if (i == Articles / 3)
            {
                await SkipKeysAsync();
            }

            await SaveAsync(i);
            if (i % 7 == 6)
            {
                await SaveAsync(_random.Next(i));
            }

            if (i % 11 == 10)
            {
                var gone = Id(_random.Next(i));
                bool[] outcomes = [.. await Task.WhenAll(_stores.Select(store => store.WithdrawAsync(gone, Ct)))];
                Assert.Equal(outcomes[0], outcomes[1]);
            }
        }

        _stores = [.. _stores, await _postgres.OpenAsync(Ct), await _sqlite.OpenAsync(Ct)];
    }

    public async ValueTask DisposeAsync()
    {
        _sqlite.Dispose();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task Both_engines_find_the_same_passages_with_the_same_scores()
    {
        int found = 0;
        for (int i = 0; i < Questions; i++)
        {
            string[] stems = Samples.Stems(Words(1 + _random.Next(5)));
            float[] vector = Samples.RandomVector(_random, Samples.Encoder.Dimensions);
            var from = First.AddDays(_random.Next(60));
            CoverageFilter filter = (i % 3) switch
            {
                0 => new CoverageFilter(),
                1 => new CoverageFilter { Window = new TimeWindow(from, from.AddDays(_random.Next(30))), AllowUndated = i % 2 == 0 },
                _ => new CoverageFilter { Collections = ["b"] },
            };

            var words = await AskAllAsync(store => store.SearchWordsAsync(stems, filter, 20, Ct));
            var near = await AskAllAsync(store => store.SearchVectorsAsync(vector, filter, 20, Ct));
            await AskAllAsync(async store => (await store.GetPassageFrequenciesAsync(stems, Ct)).Counts);
            found += words.Count + near.Count;
        }

        Assert.True(found > Questions * 10, $"Only {found} passages were found.");
    }

    /// <summary>What all of them say, which is the same.</summary>
    private async Task<IReadOnlyList<string>> AskAllAsync<T>(Func<ICoverageStore, Task<IReadOnlyList<T>>> ask)
    {
        List<IReadOnlyList<string>> answers = [];
        foreach (var store in _stores)
        {
            answers.Add(await DescribeAsync(store, await ask(store)));
        }

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        return answers[0];
    }

    private static async Task<IReadOnlyList<string>> DescribeAsync<T>(ICoverageStore store, IReadOnlyList<T> answer)
    {
        if (answer is not IReadOnlyList<PassageHit> hits)
        {
            return [.. answer.Select(one => $"{one}")];
        }

        var passages = await store.LoadPassagesAsync([.. hits.Select(hit => hit.Key)], Ct);
        return [.. passages.Zip(hits, (passage, hit) => $"{passage.Id} {passage.Text} {hit.Score:R}")];
    }

    private async Task SaveAsync(int number)
    {
        var article = Samples.Article(Id(number).Value, Words(4), [.. Enumerable.Range(0, 3).Select(_ => Words(8 + _random.Next(20)))]) with
        {
            Published = number % 9 == 0 ? null : new PublicationDate(First.AddDays(number / 5)),
            Collection = number % 4 == 0 ? "b" : "a",
        };
        var indexed = Samples.Indexed(article, fingerprint: $"{_random.Next()}");
        await Task.WhenAll(_stores.Select(store => store.SaveAsync(indexed, Ct)));
    }

    /// <summary>Has both give their next passage a key of the second block, which makes the first one whole.</summary>
    private async Task SkipKeysAsync()
    {
        await using SqliteConnection file = new($"Data Source={_sqlite.Path};Pooling=False");
        await file.OpenAsync(Ct);
        await using var inFile = file.CreateCommand();
        inFile.CommandText = "UPDATE sqlite_sequence SET seq = 70000 WHERE name = 'passage'";
        await inFile.ExecuteNonQueryAsync(Ct);
        await using NpgsqlConnection server = new(await _postgres.GetDatabaseAsync(Ct));
        await server.OpenAsync(Ct);
        await using var onServer = server.CreateCommand();
        onServer.CommandText = "SELECT setval('passage_key_seq', 70000)";
        await onServer.ExecuteNonQueryAsync(Ct);
    }

    private string Words(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => $"w{(int)(200 * Math.Pow(_random.NextDouble(), 2))}x"));

    private static ArticleId Id(int number) => ArticleId.Parse($"wire/{number}");
}
