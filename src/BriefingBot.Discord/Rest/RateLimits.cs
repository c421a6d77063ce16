using System.Collections.Concurrent;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// All limits as the answers teach them: routes share a bucket by its hash, each major id has its own, and one limit stands over all.
/// Nothing is known beforehand. Thread-safe.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="globalPerSecond">How many requests in a second over all routes.</param>
internal sealed class RateLimits(TimeProvider clock, int globalPerSecond)
{
    private const int SweepEvery = 512;
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Hash, string Major), RateLimitBucket> _buckets = new();
    private readonly SlidingWindow _global = new(globalPerSecond, TimeSpan.FromSeconds(1), clock);
    private readonly RateLimitBucket _globalBlock = new(clock);
    private int _added;

    /// <summary>How many buckets are kept.</summary>
    public int Count => _buckets.Count;

    /// <summary>Waits for one's turn in the route's bucket; the caller leaves it by <see cref="RateLimitBucket.Exit"/>.</summary>
    public async Task<RateLimitBucket> EnterAsync(RestRoute route, CancellationToken cancellationToken)
    {
        while (true)
        {
            var bucket = Find(route);
            await bucket.EnterAsync(cancellationToken);
            if (ReferenceEquals(bucket, Find(route)))
            {
                return bucket;
            }

            // The request before taught which bucket it really is.
            bucket.Exit();
        }
    }

    /// <summary>How long the route has to wait now; zero when it may go, and then its place in the global limit is taken.</summary>
    public TimeSpan Take(RestRoute route, RateLimitBucket bucket)
    {
        var wait = bucket.Delay();
        if (wait > TimeSpan.Zero || route.IsInteraction)
        {
            return wait;
        }

        wait = _globalBlock.Delay();
        return wait > TimeSpan.Zero ? wait : _global.Take();
    }

    /// <summary>Takes over what an answer says about the route.</summary>
    public void Learn(RestRoute route, RateLimitHeaders headers)
    {
        if (headers.Bucket is { } hash)
        {
            _hashes[route.Key] = hash;
        }

        Find(route).Update(headers);
    }

    /// <summary>Holds the route, or every route, back.</summary>
    public void Block(RestRoute route, RateLimitBucket bucket, TimeSpan wait, bool isGlobal)
    {
        if (isGlobal && !route.IsInteraction)
        {
            _globalBlock.Block(wait);
            return;
        }

        bucket.Block(wait);
        Find(route).Block(wait);
    }

    private RateLimitBucket Find(RestRoute route)
    {
        string hash = _hashes.GetValueOrDefault(route.Key, route.Key);
        if (_buckets.TryGetValue((hash, route.Major), out var bucket))
        {
            return bucket;
        }

        if (Interlocked.Increment(ref _added) % SweepEvery == 0)
        {
            Sweep();
        }

        return _buckets.GetOrAdd((hash, route.Major), static (_, clock) => new RateLimitBucket(clock), clock);
    }

    private void Sweep()
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle && clock.GetElapsedTime(bucket.LastUsed) > Forgotten)
            {
                _buckets.TryRemove(new KeyValuePair<(string, string), RateLimitBucket>(key, bucket));
            }
        }
    }
}
