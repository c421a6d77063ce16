using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Tests.CoverageStore;
using BriefingBot.Storage.Tests.Postgres;
using Xunit;

namespace BriefingBot.Storage.Tests.Pgvector;

/// <summary>The same rules when words and vectors are searched in the database.</summary>
[Collection(PgliteTests.Name)]
public sealed class PgvectorCoverageStoreTests(PgliteFixture pglite) : CoverageStoreConformance, IAsyncLifetime
{
    private PostgresStoreFactory _factory = null!;

    public async ValueTask InitializeAsync() => _factory = new(await pglite.GetEmptyAsync(Ct));

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<ICoverageStore> OpenAsync(EncoderIdentity encoder) =>
        await _factory.OpenAsync(Ct, encoder, Clock, options => options.Vectors = VectorPlace.Pgvector);
}
