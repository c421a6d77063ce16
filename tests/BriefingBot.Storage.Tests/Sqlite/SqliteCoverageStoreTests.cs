using BriefingBot.Core.Retrieval;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SqliteCoverageStoreTests : CoverageStoreConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override async Task<ICoverageStore> OpenAsync(EncoderIdentity encoder)
    {
        var store = _factory.Create(encoder, Clock);
        await store.OpenAsync(Ct);
        return store;
    }
}
