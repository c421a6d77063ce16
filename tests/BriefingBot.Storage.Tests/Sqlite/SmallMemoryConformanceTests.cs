using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Tests.CoverageStore;

namespace BriefingBot.Storage.Tests.Sqlite;

/// <summary>The same rules when neither vectors nor the word index fit into memory.</summary>
public sealed class SmallMemoryConformanceTests : CoverageStoreConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override async Task<ICoverageStore> OpenAsync(EncoderIdentity encoder)
    {
        var store = _factory.Create(encoder, Clock, o => o.MemoryMegabytes = 0);
        await store.OpenAsync(Ct);
        return store;
    }
}
