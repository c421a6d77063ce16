using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Tests.Sqlite;

/// <summary>Makes stores on one file and closes them in the end.</summary>
public sealed class SqliteStoreFactory : IDisposable
{
    private readonly List<SqliteCoverageStore> _stores = [];

    public TempFolder Folder { get; } = new();

    public string Path => Folder.File("coverage.sqlite");

    public SqliteCoverageStore Create(
        EncoderIdentity? encoder = null,
        TimeProvider? clock = null,
        Action<SqliteStoreOptions>? configure = null
    )
    {
        SqliteStoreOptions options = new() { Path = Path };
        configure?.Invoke(options);
        SqliteCoverageStore store = new(
            Options.Create(options),
            encoder ?? Samples.Encoder,
            clock ?? TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        _stores.Add(store);
        return store;
    }

    public async Task<SqliteCoverageStore> OpenAsync(CancellationToken cancellationToken, Action<SqliteStoreOptions>? configure = null)
    {
        var store = Create(configure: configure);
        await store.OpenAsync(cancellationToken);
        return store;
    }

    public void Dispose()
    {
        _stores.ForEach(s => s.Dispose());
        Folder.Dispose();
    }
}
