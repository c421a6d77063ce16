using System.Text;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Storage.Tests.Chat;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SqliteRetentionStoreTests : RetentionConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task What_was_forgotten_cannot_be_read_from_the_bytes_of_the_file()
    {
        const string Secret = "Wolverhampton canal audit";
        var stores = await OpenAsync();
        await stores.Coverage.RecordGapAsync(Secret, "slack:T:ada", Clock.Now, Ct);

        await stores.Retention.ForgetAsync(new PersonId("slack", "ada"), Ct);

        foreach (string file in Directory.EnumerateFiles(_factory.Folder.Path))
        {
            await using FileStream bytes = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(bytes, Encoding.Latin1);
            Assert.DoesNotContain(Secret, await reader.ReadToEndAsync(Ct), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_gap_of_a_store_from_before_its_askers_were_kept_is_known_by_its_words()
    {
        var stores = await OpenAsync();
        var question = ChatSamples.Question("q", Clock.Now);
        await stores.Chat.Journal.TryBeginAsync(question, "", TimeSpan.Zero, Ct);
        await stores.Coverage.RecordGapAsync(question.Text, null, Clock.Now, Ct);

        var removed = await stores.Retention.ForgetAsync(new PersonId("discord", question.User.Id), Ct);

        Assert.Equal(1, removed.Gaps);
        Assert.Empty(await stores.Coverage.ListGapsAsync(10, Ct));
    }

    protected override async Task<RetentionStores> OpenAsync()
    {
        var store = _factory.Create(clock: Clock);
        await store.OpenAsync(Ct);
        return StoresOver.Retention(store, Clock);
    }

    protected override async Task<IReadOnlyList<string>> ReadAllTextAsync()
    {
        await using SqliteConnection connection = new(
            new SqliteConnectionStringBuilder
            {
                DataSource = _factory.Path,
                Pooling = false,
                Mode = SqliteOpenMode.ReadOnly,
            }.ConnectionString
        );
        await connection.OpenAsync(Ct);
        List<string> texts = [];
        foreach (
            string table in await ColumnAsync(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")
        )
        {
            foreach (string column in await ColumnAsync(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE type = 'TEXT'"))
            {
                texts.AddRange(await ColumnAsync(connection, $"SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL"));
            }
        }

        return texts;
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of the schema.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Ct);
        List<string> values = [];
        while (await reader.ReadAsync(Ct))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
