using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// The events of a shard that are dealt with: those of one channel in their order, those of different channels side by side, so that a
/// look-up for one delays nobody else. Knows up to which number all are done. One caller starts; the rest is thread-safe.
/// </summary>
/// <param name="limit">How many at one time; more make the shard wait.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to release.")]
internal sealed class EventWork(int limit)
{
    private readonly SemaphoreSlim _places = new(limit, limit);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _channels = new(StringComparer.Ordinal);
    private readonly Queue<GatewayEvent> _started = [];
    private readonly HashSet<GatewayEvent> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>Starts to deal with an event, behind those of its channel.</summary>
    /// <param name="received">The event.</param>
    /// <param name="channel">Its channel; null for one that waits for nothing.</param>
    /// <param name="work">Deals with it.</param>
    /// <param name="cancellationToken">Ends the wait for a place.</param>
    public async Task StartAsync(GatewayEvent received, string? channel, Func<Task> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before = Task.CompletedTask;
        lock (_gate)
        {
            _started.Enqueue(received);
            _open.Add(received);
            if (channel is not null)
            {
                before = _channels.GetValueOrDefault(channel, before);
                _channels[channel] = done.Task;
            }
        }

        _ = RunAsync(received, channel, before, work, done);
    }

    /// <summary>Takes the last event up to which all are done since the last call; null when there is none.</summary>
    public GatewayEvent? TakeDone()
    {
        lock (_gate)
        {
            GatewayEvent? last = null;
            while (_started.TryPeek(out var first) && !_open.Contains(first))
            {
                last = _started.Dequeue();
            }

            return last;
        }
    }

    /// <summary>Waits for all that was started.</summary>
    public async Task DrainAsync()
    {
        for (int i = 0; i < limit; i++)
        {
            await _places.WaitAsync(CancellationToken.None);
        }

        _places.Release(limit);
    }

    private async Task RunAsync(GatewayEvent received, string? channel, Task before, Func<Task> work, TaskCompletionSource done)
    {
        bool isDone = false;
        try
        {
            await before;
            await work();
            isDone = true;
        }
        catch (OperationCanceledException)
        {
            // What was not dealt with is replayed to the next process.
        }
        finally
        {
            lock (_gate)
            {
                if (isDone)
                {
                    _open.Remove(received);
                }

                if (channel is not null && _channels.GetValueOrDefault(channel) == done.Task)
                {
                    _channels.Remove(channel);
                }
            }

            _places.Release();
            done.SetResult();
        }
    }
}
