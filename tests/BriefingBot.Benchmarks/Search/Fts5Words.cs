using BriefingBot.Core.Text;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Benchmarks.Search;

/// <summary>FTS5's own ranking over the same stems, in a file of its own.</summary>
internal sealed class Fts5Words : ISearchPeer
{
    private readonly SqliteConnection _connection;

    private Fts5Words(SqliteConnection connection) => _connection = connection;

    /// <inheritdoc/>
    public string Name => "FTS5 bm25";

    /// <inheritdoc/>
    public bool IsByWords => true;

    /// <summary>Fills a table.</summary>
    public static async Task<Fts5Words> MakeAsync(string folder, string store, CancellationToken cancellationToken)
    {
        SqliteConnection connection = new($"Data Source={Path.Combine(folder, "fts5.sqlite")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE VIRTUAL TABLE words USING fts5 (title, text, content = '', "
            + "tokenize = 'ascii'); BEGIN";
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "INSERT INTO words (rowid, title, text) VALUES ($key, $title, $text)";
        var key = command.Parameters.Add("$key", SqliteType.Integer);
        var title = command.Parameters.Add("$title", SqliteType.Text);
        var text = command.Parameters.Add("$text", SqliteType.Text);
        await foreach (var passage in PassageTexts.ReadAsync(store, cancellationToken))
        {
            key.Value = passage.Key;
            title.Value = string.Join(' ', WordTokenizer.Tokenize(passage.Title).Select(token => token.Stem));
            text.Value = string.Join(' ', WordTokenizer.Tokenize(passage.Text).Select(token => token.Stem));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        command.Parameters.Clear();
        command.CommandText = "COMMIT; INSERT INTO words (words) VALUES ('optimize')";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new Fts5Words(connection);
    }

    /// <inheritdoc/>
    public async Task SearchAsync(AskedSearch question, int top, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT rowid FROM words WHERE words MATCH $match ORDER BY bm25(words, 1.0, 1.0) LIMIT {top}";
        command.Parameters.AddWithValue("$match", string.Join(" OR ", question.Stems.Select(stem => $"\"{stem}\"")));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _ = reader.GetInt64(0);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
