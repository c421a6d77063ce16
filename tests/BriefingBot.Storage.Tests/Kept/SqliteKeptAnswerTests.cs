using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Storage.Sql.Kept;
using BriefingBot.Storage.Tests.Sqlite;

namespace BriefingBot.Storage.Tests.Kept;

public sealed class SqliteKeptAnswerTests : KeptAnswerConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override async Task<IKeptAnswerStore> OpenAsync() => new SqlKeptAnswerStore(await _factory.OpenAsync(Ct));
}
