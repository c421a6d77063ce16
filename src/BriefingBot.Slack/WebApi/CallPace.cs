namespace BriefingBot.Slack.WebApi;

/// <summary>When the next call may go: an even pace after a burst, and never while Slack wants to be left alone. Thread-safe.</summary>
internal sealed class CallPace(WebApiTimings timings, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _nextEven;
    private TimeSpan _blockedUntil;

    /// <summary>It holds nobody back: it can be forgotten.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return Now >= _nextEven && Now >= _blockedUntil;
            }
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>Takes the next place; how long to wait for it.</summary>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            var now = Now;
            var wait = _nextEven - (timings.BetweenPosts * (timings.PostBurst - 1)) - now;
            _nextEven = (_nextEven > now ? _nextEven : now) + timings.BetweenPosts;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>How long nobody may go.</summary>
    public TimeSpan Blocked()
    {
        lock (_gate)
        {
            return _blockedUntil > Now ? _blockedUntil - Now : TimeSpan.Zero;
        }
    }

    /// <summary>Nobody goes for so long.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = Now + wait;
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }
}
