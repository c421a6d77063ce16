using BriefingBot.Core.Answering.Models;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class PostgresModelUsageLogTests : ModelUsageLogConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<IModelUsageLog> OpenAsync() => new SqlModelUsageLog(await _factory.OpenAsync(Ct));
}
