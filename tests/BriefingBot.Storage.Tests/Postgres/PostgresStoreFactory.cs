using System.Globalization;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Storage.Postgres;
using BriefingBot.TestServers.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BriefingBot.Storage.Tests.Postgres;

/// <summary>
/// Opens stores on one database of its own, each with connections of its own as another process has; closes them in the end.
/// </summary>
/// <param name="database">Of a database that somebody else has made and removes; null: one is made.</param>
public sealed class PostgresStoreFactory(string? database = null) : IAsyncDisposable
{
    private readonly List<PostgresCoverageStore> _stores = [];
    private PostgresServer? _server;
    private string? _database = database;

    /// <summary>For the owner of the database, which is made when it is asked for first.</summary>
    public async Task<string> GetDatabaseAsync(CancellationToken cancellationToken)
    {
        if (_database is null)
        {
            _server = await PostgresServer.SharedAsync(cancellationToken);
            _database = await _server.CreateDatabaseAsync(cancellationToken);
        }

        return _database;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken) => await ReadAsync(sql, cancellationToken);

    /// <summary>The number that a statement gives; 0 for none.</summary>
    public async Task<long> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = new(await GetDatabaseAsync(cancellationToken) + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = new(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public async Task<PostgresCoverageStore> OpenAsync(
        CancellationToken cancellationToken,
        EncoderIdentity? encoder = null,
        TimeProvider? clock = null,
        Action<PostgresStoreOptions>? configure = null
    )
    {
        PostgresStoreOptions options = new() { ConnectionString = await GetDatabaseAsync(cancellationToken) };
        configure?.Invoke(options);
        PostgresCoverageStore store = new(
            Options.Create(options),
            encoder ?? Samples.Encoder,
            clock ?? TimeProvider.System,
            NullLogger<PostgresCoverageStore>.Instance
        );
        _stores.Add(store);
        await store.OpenAsync(cancellationToken);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        if (_server is not null && _database is not null)
        {
            await _server.DropDatabaseAsync(_database, CancellationToken.None);
        }
    }
}
