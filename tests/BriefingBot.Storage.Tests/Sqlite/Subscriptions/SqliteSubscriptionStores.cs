using BriefingBot.Storage.Tests.Subscriptions;

namespace BriefingBot.Storage.Tests.Sqlite.Subscriptions;

/// <summary>Opens the stores of one file, each time with connections of their own as another process has.</summary>
internal static class SqliteSubscriptionStores
{
    public static async Task<SubscriptionStores> OpenAsync(
        SqliteStoreFactory factory,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var store = factory.Create(clock: clock);
        await store.OpenAsync(cancellationToken);
        return StoresOver.Subscriptions(store);
    }
}
