using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Storage.Sql.Kept;
using BriefingBot.Storage.Tests.Postgres;

namespace BriefingBot.Storage.Tests.Kept;

public sealed class PostgresKeptAnswerTests : KeptAnswerConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<IKeptAnswerStore> OpenAsync() => new SqlKeptAnswerStore(await _factory.OpenAsync(Ct));
}
