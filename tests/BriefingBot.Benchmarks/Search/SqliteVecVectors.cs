using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Benchmarks.Search;

/// <summary>The extension sqlite-vec over the same vectors in 32 bits.</summary>
internal sealed class SqliteVecVectors : ISearchPeer
{
    private readonly SqliteConnection _connection;

    private SqliteVecVectors(SqliteConnection connection) => _connection = connection;

    /// <inheritdoc/>
    public string Name => "sqlite-vec, 32 bits";

    /// <inheritdoc/>
    public bool IsByWords => false;

    /// <summary>Fills a table.</summary>
    /// <param name="folder">For its file.</param>
    /// <param name="extension">The loadable library, such as <c>vec0.so</c> of an npm package.</param>
    /// <param name="keys">Of the passages.</param>
    /// <param name="vectors">Theirs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<SqliteVecVectors> MakeAsync(
        string folder,
        string extension,
        List<long> keys,
        List<float[]> vectors,
        CancellationToken cancellationToken
    )
    {
        SqliteConnection connection = new($"Data Source={Path.Combine(folder, "vec.sqlite")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        connection.LoadExtension(extension);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA mmap_size = 4294967296; CREATE VIRTUAL TABLE "
            + "vectors USING vec0 (embedding float["
            + vectors[0].Length
            + "] distance_metric=cosine); BEGIN";
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "INSERT INTO vectors (rowid, embedding) VALUES ($key, $vector)";
        var key = command.Parameters.Add("$key", SqliteType.Integer);
        var vector = command.Parameters.Add("$vector", SqliteType.Blob);
        for (int i = 0; i < keys.Count; i++)
        {
            key.Value = keys[i];
            vector.Value = Bytes(vectors[i]);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        command.Parameters.Clear();
        command.CommandText = "COMMIT";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new SqliteVecVectors(connection);
    }

    /// <inheritdoc/>
    public async Task SearchAsync(AskedSearch question, int top, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT rowid, distance FROM vectors WHERE embedding MATCH $vector AND k = {top}";
        command.Parameters.AddWithValue("$vector", Bytes(question.Vector));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _ = reader.GetInt64(0);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();
}
