using System.Collections.Concurrent;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>Work that runs beside the events: nothing of it is forgotten when the bot stops, and what fails is logged. Thread-safe.</summary>
internal sealed partial class TrackedWork(ILogger<TrackedWork> logger)
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    /// <summary>Starts it.</summary>
    /// <param name="name">For the log.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Start(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var running = RunAsync(name, work, cancellationToken);
        if (!running.IsCompleted)
        {
            _running[running] = 0;
            running.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Waits for all that was started.</summary>
    public Task DrainAsync() => Task.WhenAll(_running.Keys);

    private async Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception, name);
        }
    }

    [LoggerMessage(EventIds.Discord + 90, LogLevel.Error, "{Work} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string work);
}
