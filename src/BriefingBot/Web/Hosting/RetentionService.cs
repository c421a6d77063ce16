using BriefingBot.Configuration;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting;

/// <summary>Removes what the store keeps about people once it is older than the settings say: at start, and every hour. A store that cannot be written is tried again.</summary>
internal sealed partial class RetentionService(IRetentionStore store, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, clock);
        try
        {
            do
            {
                await PruneAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is old now is old at the next start too.
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        try
        {
            var removed = await store.PruneAsync(Limit(options.Value.Days), Limit(options.Value.AuditDays), cancellationToken);
            if (removed.Total > 0)
            {
                LogRemoved(removed.ToString());
            }
        }
        catch (StoreException exception)
        {
            LogNotRemoved(exception.Message);
        }
    }

    private DateTimeOffset? Limit(int days) => days == 0 ? null : clock.GetUtcNow().AddDays(-days);

    [LoggerMessage(EventIds.Host + 4, LogLevel.Information, "Removed what is older than the settings of Retention keep: {Removed}")]
    private partial void LogRemoved(string removed);

    [LoggerMessage(EventIds.Host + 5, LogLevel.Warning, "What is older than the settings of Retention keep could not be removed; it is tried again in an hour: {Reason}")]
    private partial void LogNotRemoved(string reason);
}
