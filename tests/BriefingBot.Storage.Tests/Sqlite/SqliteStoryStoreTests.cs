using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Storage.Sql.Stories;
using BriefingBot.Storage.Sqlite;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SqliteStoryStoreTests : StoryStoreConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override async Task<(ICoverageStore Coverage, IStoryStore Stories)> OpenAsync()
    {
        SqliteCoverageStore store = _factory.Create(clock: Clock);
        await store.OpenAsync(Ct);
        return (store, new SqlStoryStore(store, Clock));
    }
}
