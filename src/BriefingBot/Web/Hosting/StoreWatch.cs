using BriefingBot.Configuration;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting;

/// <summary>
/// Notices that the store's file is gone while the bot runs: what is answered and kept then would be lost without a word. The host stops, so that
/// whoever watches it starts it again and the coverage is indexed anew.
/// </summary>
internal sealed partial class StoreWatch(IOptions<DataOptions> data, IndexingState state, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<StoreWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string path = Path.GetFullPath(data.Value.StorePath);
        using PeriodicTimer timer = new(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (!File.Exists(path))
                {
                    StoreException gone = new($"The store '{path}' was deleted or moved while the bot ran; the bot stops. Put it back, or start again to index the coverage anew.");
                    LogGone(gone.Message);
                    state.Fail(gone);
                    lifetime.StopApplication();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(EventIds.Host + 3, LogLevel.Critical, "{Reason}")]
    private partial void LogGone(string reason);
}
