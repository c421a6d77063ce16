using BriefingBot.Storage.Tests.Subscriptions;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class PostgresFollowStoreTests : FollowStoreConformance, IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    protected override async Task<SubscriptionStores> OpenAsync() => StoresOver.Subscriptions(await _factory.OpenAsync(Ct, clock: Clock));
}
