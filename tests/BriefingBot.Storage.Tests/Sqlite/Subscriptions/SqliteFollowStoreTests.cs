using BriefingBot.Storage.Tests.Subscriptions;

namespace BriefingBot.Storage.Tests.Sqlite.Subscriptions;

public sealed class SqliteFollowStoreTests : FollowStoreConformance, IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    protected override Task<SubscriptionStores> OpenAsync() => SqliteSubscriptionStores.OpenAsync(_factory, Clock, Ct);
}
