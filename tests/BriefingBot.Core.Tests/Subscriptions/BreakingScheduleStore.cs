using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Storage.Sql.Subscriptions;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Core.Tests.Subscriptions;

/// <summary>A store whose process now and then ends right before or right after a briefing is settled.</summary>
internal sealed class BreakingScheduleStore(IScheduleStore store, int seed) : IScheduleStore
{
    private readonly Random _random = new(seed);

    /// <summary>The process has ended; it does nothing any more.</summary>
    public bool IsBroken { get; private set; }

    public static void AddTo(IServiceCollection services, int seed)
    {
        services.AddSingleton(provider => new BreakingScheduleStore(
            new SqlScheduleStore(provider.GetRequiredService<SqliteCoverageStore>()),
            seed
        ));
        services.AddSingleton<IScheduleStore>(static provider => provider.GetRequiredService<BreakingScheduleStore>());
    }

    public Task<IReadOnlyList<BriefingSchedule>> ListAsync(SubscriptionPlace place, CancellationToken cancellationToken) =>
        store.ListAsync(place, cancellationToken);

    public Task<IReadOnlyList<BriefingSchedule>> ListDueAsync(
        IReadOnlyCollection<string> platforms,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => store.ListDueAsync(platforms, now, cancellationToken);

    public Task<bool> SetAsync(BriefingSchedule schedule, int most, CancellationToken cancellationToken) =>
        store.SetAsync(schedule, most, cancellationToken);

    public Task<int> RemoveAsync(SubscriptionPlace place, string? topic, CancellationToken cancellationToken) =>
        store.RemoveAsync(place, topic, cancellationToken);

    public async Task<bool> SettleAsync(
        BriefingSchedule schedule,
        DateTimeOffset next,
        long? told,
        Announcement? announcement,
        CancellationToken cancellationToken
    )
    {
        BreakDown();
        bool settled = await store.SettleAsync(schedule, next, told, announcement, cancellationToken);
        BreakDown();
        return settled;
    }

    private void BreakDown()
    {
        IsBroken = IsBroken || _random.Next(40) == 0;
        if (IsBroken)
        {
            throw new IOException("The process has ended.");
        }
    }
}
