using BriefingBot.Storage.Tests.Chat;

namespace BriefingBot.Storage.Tests.Sqlite.Chat;

public sealed class SqliteConversationLogTests : ConversationLogConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override Task<ChatStores> OpenAsync() => SqliteChatStores.OpenAsync(_factory, Clock, Ct);
}
