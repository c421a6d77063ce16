using BriefingBot.Core.Answering.Models;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SqliteModelUsageLogTests : ModelUsageLogConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override async Task<IModelUsageLog> OpenAsync()
    {
        var store = _factory.Create();
        await store.OpenAsync(Ct);
        return new SqlModelUsageLog(store);
    }
}
