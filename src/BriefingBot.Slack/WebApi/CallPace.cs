namespace BriefingBot.Slack.WebApi;

/// <summary>
/// When the next call may go: an even pace after a burst, and all of it put off while Slack wants to be left alone. Thread-safe.
/// </summary>
internal sealed class CallPace(WebApiTimings timings, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _nextEven;
    private TimeSpan _blockedUntil;
    private TimeSpan _putOff;

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

    /// <summary>Takes the next place in line.</summary>
    public CallTurn Take()
    {
        lock (_gate)
        {
            var due = _nextEven - (timings.BetweenPosts * (timings.PostBurst - 1));
            _nextEven = (_nextEven > Now ? _nextEven : Now) + timings.BetweenPosts;
            return new CallTurn(due, _putOff);
        }
    }

    /// <summary>Takes no place: held back by blocks only.</summary>
    public CallTurn Pass()
    {
        lock (_gate)
        {
            return new CallTurn(Now, _putOff);
        }
    }

    /// <summary>How long it is until the turn comes; zero when it has come.</summary>
    public TimeSpan WaitFor(CallTurn turn)
    {
        lock (_gate)
        {
            var due = turn.Due + (_putOff - turn.PutOff);
            var wait = (due > _blockedUntil ? due : _blockedUntil) - Now;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Nobody goes for so long, and those in line come later by as much, so that they do not come all at once.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = Now + wait;
            var begins = _blockedUntil > Now ? _blockedUntil : Now;
            if (until > begins)
            {
                _putOff += until - begins;
                _nextEven += until - begins;
                _blockedUntil = until;
            }
        }
    }
}
