using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>Says the briefings that are due and tells of what is followed, where there is a chat platform to say them on.</summary>
internal sealed class SubscriptionService(
    ScheduledBriefings briefings,
    Alerts alerts,
    IndexRuns runs,
    IEnumerable<IChatPlatform> platforms,
    IndexingState indexing,
    TimeProvider clock,
    ILogger<SubscriptionService> logger
) : BackgroundLoop("Sending the briefings and alerts that are due", TimeSpan.FromSeconds(5), clock, logger)
{
    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken) =>
        platforms.Any() ? base.StartAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>What fell due while the bot was away is to tell what came meanwhile too.</summary>
    protected override Task ReadyAsync(CancellationToken cancellationToken) => indexing.Completion.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        await briefings.RunDueAsync(cancellationToken);
        await alerts.RunAsync(await runs.GetRunningSinceAsync(cancellationToken), cancellationToken);
    }
}
