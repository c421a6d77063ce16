using Microsoft.Data.Sqlite;

namespace BriefingBot.EndToEnd.Tests.Bot;

/// <summary>Looks at a SQLite file from outside.</summary>
public static class SqliteFile
{
    public static void Run(string path, string script)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public static string? Read(string path, string query)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar()?.ToString();
    }

    /// <summary>Keeps everybody else from writing until disposed.</summary>
    public static IAsyncDisposable HoldWriting(string path)
    {
        var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteConnection Open(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
