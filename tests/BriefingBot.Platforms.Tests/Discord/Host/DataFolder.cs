using Microsoft.Data.Sqlite;

namespace BriefingBot.Platforms.Tests.Discord.Host;

/// <summary>The bot's data, gone with the test.</summary>
public sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("briefingbot-discord-").FullName;

    /// <summary>Reads the first column of all rows.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = System.IO.Path.Combine(Path, "briefingbot.sqlite"),
            Pooling = false,
            Mode = SqliteOpenMode.ReadOnly,
        }.ConnectionString);
        connection.Open();
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

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
