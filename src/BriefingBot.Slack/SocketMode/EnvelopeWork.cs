using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Slack.SocketMode;

/// <summary>The envelopes of a connection that are worked on, side by side. Thread-safe.</summary>
/// <param name="limit">How many at one time.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to release.")]
internal sealed class EnvelopeWork(int limit)
{
    private readonly SemaphoreSlim _places = new(limit, limit);
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    /// <summary>Starts it as soon as there is a place.</summary>
    /// <param name="work">Never throws.</param>
    /// <param name="cancellationToken">Ends the wait for the place.</param>
    public async Task StartAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _running.Add(done.Task);
        }

        _ = RunAsync(work, done);
    }

    /// <summary>Waits for all that was started.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_running);
        }
    }

    private async Task RunAsync(Func<Task> work, TaskCompletionSource done)
    {
        await Task.Yield();
        try
        {
            await work();
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(done.Task);
            }

            _places.Release();
            done.SetResult();
        }
    }
}
