using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class PostgresCorrectionStoreTests : CorrectionStoreConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<SqlCoverageStore> OpenAsync() => await _factory.OpenAsync(Ct, clock: Clock);
}
