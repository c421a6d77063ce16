using BriefingBot.Configuration;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Notices that the store's file is gone, or another one in its place, while the bot runs: what is answered and kept then would be lost
/// without a word. The host stops, so that whoever watches it starts it again with the file that is there, or with the coverage indexed
/// anew.
/// </summary>
internal sealed class StoreWatch(IOptions<DataOptions> data, IndexingState state, IHostApplicationLifetime lifetime, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly OpenStoreFile _file = new(Path.GetFullPath(data.Value.StorePath));

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anybody is told that the bot is up: from now on it is known which file is open.
        _file.IsReplaced();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                string? happened =
                    !_file.Exists
                        ? "was deleted or moved while the bot was running; the bot stops. Put it back, or start again to re-index."
                    : _file.IsReplaced()
                        ? "was replaced by another file while the bot was running; the bot stops, because it would go on writing to "
                            + "the old one. Start again to use the new one."
                    : null;
                if (happened is not null)
                {
                    // Said once, by the line that the process ends with.
                    state.Fail(new StoreException($"The store '{_file.Path}' {happened}"));
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
}
