using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Work that is done again and again while the host runs. Whatever ends one turn of it is logged and the turn is tried again, later and
/// later (up to an hour) while it fails: it never stops the host, which answers without it.
/// </summary>
/// <param name="work">What is done, as the log names it: "Removing what is too old".</param>
/// <param name="pause">Between two turns.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where failures go.</param>
internal abstract partial class BackgroundLoop(string work, TimeSpan pause, TimeProvider clock, ILogger logger) : BackgroundService
{
    private const int MostDoublings = 20;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Completes when the first turn may begin.</summary>
    protected virtual Task ReadyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does the work once.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReadyAsync(stoppingToken);
            int failures = 0;
            while (true)
            {
                failures = await TryAsync(stoppingToken) ? 0 : failures + 1;
                await Task.Delay(WaitAfter(failures), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is not done is due at the next start too.
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TurnAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            LogPutOff(logger, work, exception.Message);
            return false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody knows what this is: it is logged with its trace, and the next round tries again.
            LogFailed(logger, work, exception);
            return false;
        }
    }

    private TimeSpan WaitAfter(int failures)
    {
        if (failures == 0)
        {
            return pause;
        }

        var wait = (pause > ShortestWait ? pause : ShortestWait) * Math.Pow(2, Math.Min(failures - 1, MostDoublings));
        return wait < LongestWait ? wait : LongestWait;
    }

    [LoggerMessage(EventIds.Host + 5, LogLevel.Warning, "{Work} was not possible and is tried again: {Reason}")]
    private static partial void LogPutOff(ILogger logger, string work, string reason);

    [LoggerMessage(EventIds.Host + 43, LogLevel.Error, "{Work} failed and is tried again")]
    private static partial void LogFailed(ILogger logger, string work, Exception exception);
}
