using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Chat;

/// <summary>
/// Work that runs beside the events: nothing of it is forgotten when the platform stops, and what fails is logged. Each platform has its
/// own. Thread-safe.
/// </summary>
public sealed partial class TrackedWork(ILogger<TrackedWork> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Task> _running = [];

    /// <param name="name">For the log.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Start(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        object key = new();
        lock (_gate)
        {
            _running[key] = RunAsync(key, name, work, cancellationToken);
        }
    }

    /// <summary>Waits for all that was started.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_running.Values);
        }
    }

    private async Task RunAsync(object key, string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Yield();
            await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (Exception exception)
        {
            // Nobody awaits this work: the log is where its failure can be told.
            LogFailed(logger, exception, name);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(key);
            }
        }
    }

    [LoggerMessage(EventIds.Chat + 13, LogLevel.Error, "{Work} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string work);
}
