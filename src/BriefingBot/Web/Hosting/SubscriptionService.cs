using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Web.Hosting;

/// <summary>Says the briefings that are due and tells of what is followed, where there is a chat platform to say them on. What fails is logged and tried again; it stops nothing else.</summary>
internal sealed partial class SubscriptionService(
    ScheduledBriefings briefings, Alerts alerts, IndexRuns runs, IEnumerable<IChatPlatform> platforms, IndexingState indexing, TimeProvider clock, ILogger<SubscriptionService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!platforms.Any())
        {
            return;
        }

        try
        {
            // What fell due while the bot was away is to tell what came meanwhile too.
            await indexing.Completion.WaitAsync(stoppingToken);
            using PeriodicTimer timer = new(Pause, clock);
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is due is due at the next start too.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await briefings.RunDueAsync(cancellationToken);
            await alerts.RunAsync(await runs.GetRunningSinceAsync(cancellationToken), cancellationToken);
        }
        catch (StoreException error)
        {
            LogNotRead(error.Message);
        }
    }

    [LoggerMessage(EventIds.Host + 45, LogLevel.Warning, "Which briefings and alerts are due could not be read, it is tried again: {Reason}")]
    private partial void LogNotRead(string reason);
}
