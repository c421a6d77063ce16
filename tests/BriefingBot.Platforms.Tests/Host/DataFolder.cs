using Microsoft.Data.Sqlite;

namespace BriefingBot.Platforms.Tests.Host;

/// <summary>The bot's data, gone with the test.</summary>
public sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("briefingbot-chat-").FullName;

    /// <summary>Changes something.</summary>
    public void Execute(string sql)
    {
        using var connection = Open(SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Reads the first column of all rows.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = Open(SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetValue(0).ToString() ?? "");
        }

        return values;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        SqliteConnection connection = new(
            new SqliteConnectionStringBuilder
            {
                DataSource = System.IO.Path.Combine(Path, "briefingbot.sqlite"),
                Pooling = false,
                Mode = mode,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
