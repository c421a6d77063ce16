namespace BriefingBot.Discord.Rest;

/// <summary>So many events in so long a time, over any stretch of that length. Thread-safe.</summary>
/// <param name="limit">How many.</param>
/// <param name="length">How long.</param>
/// <param name="clock">The clock.</param>
internal sealed class SlidingWindow(int limit, TimeSpan length, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _taken = [];

    /// <summary>How many stand in the window now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return _taken.Count;
            }
        }
    }

    /// <summary>Takes a place; when there is none, takes nothing and says how long to wait before asking again.</summary>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            Forget();
            if (_taken.Count < limit)
            {
                _taken.Enqueue(clock.GetTimestamp());
                return TimeSpan.Zero;
            }

            return Positive(length - clock.GetElapsedTime(_taken.Peek()));
        }
    }

    /// <summary>Counts an event that cannot wait, whether there is a place or not.</summary>
    public void Add()
    {
        lock (_gate)
        {
            Forget();
            _taken.Enqueue(clock.GetTimestamp());
        }
    }

    /// <summary>Waits for a place and takes it.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Take() is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private static TimeSpan Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1);

    private void Forget()
    {
        while (_taken.TryPeek(out long oldest) && clock.GetElapsedTime(oldest) >= length)
        {
            _taken.Dequeue();
        }
    }
}
