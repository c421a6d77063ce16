using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Postgres;
using BriefingBot.Storage.Tests.CoverageStore;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class PostgresCoverageStoreTests : CoverageStoreConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<ICoverageStore> OpenAsync(EncoderIdentity encoder) => await _factory.OpenAsync(Ct, encoder, Clock);

    protected override void Hear(ICoverageStore store) => ((PostgresCoverageStore)store).LookForChanges();
}
