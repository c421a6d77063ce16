using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>
/// The tables, indexes and triggers of a store by name, against those that this build makes: an application id alone does not make a store.
/// </summary>
internal static class StoreShape
{
    private static readonly Lazy<IReadOnlySet<string>> Expected = new(Make);

    /// <summary>Compares a store of the latest schema.</summary>
    /// <returns>One thing that is missing or too many, in words; null when it has the shape of a store.</returns>
    public static string? FindDifference(SqliteSession store)
    {
        var found = Read(store);
        return Expected.Value.Except(found).Order(StringComparer.Ordinal).FirstOrDefault() is { } missing ? $"{missing} is missing"
            : found.Except(Expected.Value).Order(StringComparer.Ordinal).FirstOrDefault() is { } foreign
                ? $"{foreign} is not part of a store"
            : null;
    }

    private static HashSet<string> Make()
    {
        using SqliteSession empty = new(new SqliteConnection("Data Source=:memory:;Pooling=False"));
        empty.Connection.Open();
        new SchemaMigrator(":memory:", SchemaMigrations.All).Migrate(empty);
        return Read(empty);
    }

    /// <summary>What SQLite makes for itself (statistics, indexes of keys) does not count.</summary>
    private static HashSet<string> Read(SqliteSession session)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        using var rows = session
            .Prepare("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
            .ExecuteReader();
        while (rows.Read())
        {
            names.Add($"{rows.GetString(0)} '{rows.GetString(1)}'");
        }

        return names;
    }
}
