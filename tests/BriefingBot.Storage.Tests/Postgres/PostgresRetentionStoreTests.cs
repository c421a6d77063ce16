using Npgsql;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class PostgresRetentionStoreTests : RetentionConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<RetentionStores> OpenAsync() => StoresOver.Retention(await _factory.OpenAsync(Ct, clock: Clock), Clock);

    protected override async Task<IReadOnlyList<string>> ReadAllTextAsync()
    {
        await using NpgsqlConnection connection = new(await _factory.GetDatabaseAsync(Ct));
        await connection.OpenAsync(Ct);
        List<string> texts = [];
        foreach (
            string query in await ColumnAsync(
                connection,
                """
                SELECT format('SELECT %I FROM %I WHERE %I IS NOT NULL', column_name, table_name, column_name)
                FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'text'
                """
            )
        )
        {
            texts.AddRange(await ColumnAsync(connection, query));
        }

        return texts;
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlConnection connection, string query)
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
