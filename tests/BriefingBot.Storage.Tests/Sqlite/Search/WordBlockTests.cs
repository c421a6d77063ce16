using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite.Search;

/// <summary>More passages than a block of the word index has keys.</summary>
public sealed class WordBlockTests : IDisposable
{
    private const int PassagesOfAnArticle = 250;
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 2000).Select(i => $"w{i}z")];
    private readonly SqliteStoreFactory _factory = new();
    private readonly Random _random = new(3);
    private readonly Dictionary<string, string[]> _current = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Passages_are_found_by_their_words_across_blocks_whatever_was_changed_and_by_whichever_process()
    {
        var store = await _factory.OpenAsync(Ct);
        var follower = await _factory.OpenAsync(Ct);
        int articles = ((1 << TermBlock.Bits) / PassagesOfAnArticle) + 30;
        for (int i = 0; i < articles; i++)
        {
            await SaveAsync(store, $"a/{i}");
            if (i % 40 == 39)
            {
                await SaveAsync(store, $"a/{_random.Next(i)}");
                string gone = _current.Keys.ElementAt(_random.Next(_current.Count));
                await store.WithdrawAsync(ArticleId.Parse(gone), Ct);
                _current.Remove(gone);
                await CheckAsync(store);
                await CheckAsync(follower);
            }
        }

        Assert.Equal(1, ReadBlocks());
        await CheckAsync(store);
        await CheckAsync(follower);
        await CheckAsync(await _factory.OpenAsync(Ct));

        // What is in a complete block changes and goes.
        await SaveAsync(store, _current.Keys.First());
        await store.WithdrawAsync(ArticleId.Parse(_current.Keys.Skip(1).First()), Ct);
        _current.Remove(_current.Keys.Skip(1).First());
        await CheckAsync(store);
        await CheckAsync(follower);
        await CheckAsync(await _factory.OpenAsync(Ct));

        // As a store of an earlier version is, and one whose upgrade ended in its middle.
        Execute("DELETE FROM passage_term; DELETE FROM word_block; DELETE FROM term; UPDATE meta SET value = 0 WHERE name LIKE 'word%'");
        await CheckAsync(await _factory.OpenAsync(Ct));
        Execute("DELETE FROM passage_term; UPDATE meta SET value = 65536 WHERE name = 'words_missing_from'");
        await CheckAsync(await _factory.OpenAsync(Ct));
        Assert.Equal(1, ReadBlocks());
    }

    [Fact]
    public async Task Withdrawn_passages_leave_memory_beside_the_questions_and_nothing_else_changes()
    {
        var store = await _factory.OpenAsync(Ct);
        for (int i = 0; i < 40; i++)
        {
            await SaveAsync(store, $"a/{i}");
        }

        for (int i = 0; i < 20; i++)
        {
            await store.WithdrawAsync(ArticleId.Parse($"a/{i}"), Ct);
            _current.Remove($"a/{i}");
            await CheckAsync(store);
        }

        await store.Searches.Compaction;
        Assert.InRange(store.Searches.Rows, 20 * (PassagesOfAnArticle + 1), 24 * (PassagesOfAnArticle + 1));
        await CheckAsync(store);
        await SaveAsync(store, "a/50");
        await CheckAsync(store);
    }

    private Task SaveAsync(SqliteCoverageStore store, string id)
    {
        string[] paragraphs =
        [
            .. Enumerable.Range(0, PassagesOfAnArticle).Select(_ => string.Join(' ', Enumerable.Range(0, 3).Select(_ => Word()))),
        ];
        _current[id] = paragraphs;
        return store.SaveAsync(Samples.Indexed(Samples.Article(id, "Title", paragraphs), vector: _ => []), Ct);
    }

    private async Task CheckAsync(SqliteCoverageStore store)
    {
        string[] stems = [Word(), Word(), "unknownz"];
        var found = await store.GetPassageFrequenciesAsync(stems, Ct);
        Assert.Equal(_current.Count * (PassagesOfAnArticle + 1), found.Passages);
        Assert.Equal(stems.Select(stem => _current.Values.Sum(texts => texts.Count(text => text.Split(' ').Contains(stem)))), found.Counts);
        var hits = await store.SearchWordsAsync([stems[0]], CoverageFilter.None, 10_000, Ct);
        var texts = (await store.LoadPassagesAsync([.. hits.Select(hit => hit.Key)], Ct)).Select(passage => passage.Text).ToList();
        Assert.Equal(found.Counts[0], texts.Count);
        Assert.All(texts, text => Assert.Contains(stems[0], text.Split(' ')));
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={_factory.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long ReadBlocks()
    {
        using SqliteConnection connection = new($"Data Source={_factory.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE name = 'word_blocks'";
        return (long)command.ExecuteScalar()!;
    }

    private string Word() => Vocabulary[(int)(Vocabulary.Length * Math.Pow(_random.NextDouble(), 2))];
}
