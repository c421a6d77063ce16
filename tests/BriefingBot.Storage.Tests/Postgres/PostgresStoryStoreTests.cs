using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Storage.Sql.Stories;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class PostgresStoryStoreTests : StoryStoreConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<(ICoverageStore Coverage, IStoryStore Stories)> OpenAsync()
    {
        var store = await _factory.OpenAsync(Ct, clock: Clock);
        return (store, new SqlStoryStore(store, Clock));
    }
}
