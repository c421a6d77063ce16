using System.Runtime.CompilerServices;

namespace BriefingBot.Benchmarks.Search;

/// <summary>Reads the texts of a store's current passages, by their keys.</summary>
internal static class PassageTexts
{
    /// <summary>Key, the title that the passage carries, text.</summary>
    public static async IAsyncEnumerable<(long Key, string Title, string Text)> ReadAsync(
        string file,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var connection = await LargeStore.ConnectAsync(file, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT p.key, r.title, r.text, p.start, p.\"end\", r.number FROM passage p JOIN revision r ON r.number = p.revision "
            + "WHERE p.is_current = 1 ORDER BY p.key";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            string text = reader.GetString(2);
            yield return (reader.GetInt64(0), reader.GetString(1), text[reader.GetInt32(3)..reader.GetInt32(4)]);
        }
    }
}
