using BriefingBot.Storage.Tests.Chat;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class PostgresChatStateStoreTests : ChatStateStoreConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<ChatStores> OpenAsync() => StoresOver.Chat(await _factory.OpenAsync(Ct, clock: Clock), Clock);
}
