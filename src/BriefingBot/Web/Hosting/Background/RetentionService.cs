using BriefingBot.Configuration;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>Removes what the store keeps about people once it is older than the settings say: at start, and every hour.</summary>
internal sealed partial class RetentionService(
    IRetentionStore store,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<RetentionService> logger
) : BackgroundLoop("Removing what is older than the Retention settings allow", TimeSpan.FromHours(1), clock, logger)
{
    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;

    /// <inheritdoc/>
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        var removed = await store.PruneAsync(Limit(options.Value.Days), Limit(options.Value.AuditDays), cancellationToken);
        if (removed.Total > 0)
        {
            LogRemoved(_logger, removed.ToString());
        }
    }

    private DateTimeOffset? Limit(int days) => days == 0 ? null : _clock.GetUtcNow().AddDays(-days);

    [LoggerMessage(EventIds.Host + 4, LogLevel.Information, "Removed what is older than the Retention settings allow: {Removed}")]
    private static partial void LogRemoved(ILogger logger, string removed);
}
