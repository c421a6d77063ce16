using System.Collections.Concurrent;

namespace BriefingBot.Sources.Fetching;

/// <summary>Lets one request at a time to a host, with a pause between them. Thread-safe.</summary>
internal sealed class HostPace(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn; disposing what it gives ends it.</summary>
    public async Task<IDisposable> WaitAsync(string host, TimeSpan pause, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(host, static _ => new Turn());
        await turn.Gate.WaitAsync(cancellationToken);
        try
        {
            var wait = turn.Ended is { } ended ? pause - clock.GetElapsedTime(ended) : TimeSpan.Zero;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            return new Held(turn, clock);
        }
        catch
        {
            turn.Gate.Release();
            throw;
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long? Ended { get; set; }
    }

    private sealed class Held(Turn turn, TimeProvider clock) : IDisposable
    {
        public void Dispose()
        {
            turn.Ended = clock.GetTimestamp();
            turn.Gate.Release();
        }
    }
}
