using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Discord.Rest;

/// <summary>One limit for one channel, server or webhook: requests go one after the other, so the count is never overdrawn.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to release.")]
internal sealed class RateLimitBucket(TimeProvider clock)
{
    /// <summary>Clocks differ a little; discord.js waits as much longer.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private int _waiting;
    private int _remaining = 1;
    private long _updated;
    private TimeSpan _wait;

    /// <summary>When it was last used.</summary>
    public long LastUsed { get; private set; } = clock.GetTimestamp();

    /// <summary>Nobody is in it and it holds nobody back: it can be forgotten.</summary>
    public bool IsIdle => Volatile.Read(ref _waiting) == 0 && Delay() == TimeSpan.Zero;

    /// <summary>Waits for one's turn; the caller leaves by <see cref="Exit"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Interlocked.Decrement(ref _waiting);
            throw;
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Exit()
    {
        LastUsed = clock.GetTimestamp();
        Interlocked.Decrement(ref _waiting);
        _turn.Release();
    }

    /// <summary>How long to wait before the next request; zero for none.</summary>
    public TimeSpan Delay()
    {
        lock (_gate)
        {
            var wait = _remaining > 0 ? TimeSpan.Zero : _wait - clock.GetElapsedTime(_updated);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Takes over what an answer says.</summary>
    public void Update(RateLimitHeaders headers)
    {
        if (headers.Remaining is { } remaining)
        {
            Set(remaining, headers.ResetAfter);
        }
    }

    /// <summary>Refused: nothing for so long.</summary>
    public void Block(TimeSpan wait) => Set(0, wait);

    private void Set(int remaining, TimeSpan wait)
    {
        lock (_gate)
        {
            _remaining = remaining;
            _wait = wait + Margin;
            _updated = clock.GetTimestamp();
        }
    }
}
