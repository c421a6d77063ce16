using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite.Search;

public sealed class WordSearchTests : IDisposable
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 60).Select(i => $"w{i}z")];
    private readonly SqliteStoreFactory _factory = new();
    private readonly Random _random = new(3);
    private readonly Dictionary<string, Article> _current = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Scores_are_those_of_the_database_whatever_was_changed_since()
    {
        var store = await _factory.OpenAsync(Ct);
        for (int step = 0; step < 120; step++)
        {
            string id = $"a/{_random.Next(30)}";
            if (step % 7 == 6)
            {
                await store.WithdrawAsync(ArticleId.Parse(id), Ct);
                _current.Remove(id);
            }
            else
            {
                _current[id] = Samples.Article(id, Text(5), Text(40), Text(15), Text(90));
                await store.SaveAsync(Samples.Indexed(_current[id]), Ct);
            }

            if (step % 3 == 0)
            {
                await CheckAsync(store);
            }
        }

        var reopened = await _factory.OpenAsync(Ct);
        await CheckAsync(reopened);
    }

    private async Task CheckAsync(SqliteCoverageStore store)
    {
        string[] stems = [.. Enumerable.Range(0, 6).Select(_ => Word()).Distinct(StringComparer.Ordinal)];
        var hits = await store.SearchWordsAsync(stems, CoverageFilter.None, 10_000, Ct);
        using var reference = BuildReference();
        var expected = Score(reference, stems);

        Assert.Equal(expected.Count, hits.Count);
        Assert.All(expected.Zip(hits), pair => Assert.Equal(pair.First, pair.Second.Score, 1e-4));
        var frequencies = (await store.GetPassageFrequenciesAsync(stems, Ct)).Counts;
        Assert.Equal(stems.Select(s => Score(reference, [s]).Count), frequencies);
    }

    /// <summary>
    /// A fresh FTS5 table over what is current; after deletions the totals of a contentless one no longer match its rows.
    /// </summary>
    private SqliteConnection BuildReference()
    {
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize = 'ascii')";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO words VALUES ($title, $text)";
        var title = command.Parameters.Add("$title", SqliteType.Text);
        var text = command.Parameters.Add("$text", SqliteType.Text);
        foreach (var article in _current.Values)
        {
            foreach (var passage in article.Passages)
            {
                title.Value = passage.Kind == PassageKind.Headline ? "" : article.Title;
                text.Value = article.Text[passage.Start..passage.End];
                command.ExecuteNonQuery();
            }
        }

        return connection;
    }

    private static List<double> Score(SqliteConnection connection, string[] stems)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT -bm25(words, 1.0, 1.0) AS score FROM words WHERE words MATCH $query ORDER BY score DESC";
        command.Parameters.AddWithValue("$query", string.Join(" OR ", stems.Select(s => $"\"{s}\"")));
        List<double> scores = [];
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            scores.Add(reader.GetDouble(0));
        }

        return scores;
    }

    private string Word() => Vocabulary[(int)(Vocabulary.Length * Math.Pow(_random.NextDouble(), 2))];

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));
}
