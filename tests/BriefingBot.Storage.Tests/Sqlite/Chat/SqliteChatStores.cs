using BriefingBot.Storage.Tests.Chat;

namespace BriefingBot.Storage.Tests.Sqlite.Chat;

/// <summary>Opens the chat stores of one file, each time with connections of their own as another process has.</summary>
internal static class SqliteChatStores
{
    public static async Task<ChatStores> OpenAsync(SqliteStoreFactory factory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var store = factory.Create(clock: clock);
        await store.OpenAsync(cancellationToken);
        return StoresOver.Chat(store, clock);
    }
}
