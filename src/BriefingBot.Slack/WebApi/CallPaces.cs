using System.Collections.Concurrent;

namespace BriefingBot.Slack.WebApi;

/// <summary>The pace of every method, for those that post of every channel. Thread-safe.</summary>
internal sealed class CallPaces(WebApiTimings timings, TimeProvider clock)
{
    private const int SweepEvery = 500;
    private readonly ConcurrentDictionary<string, CallPace> _paces = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>The pace that a call keeps.</summary>
    public CallPace Find(WebApiCall call)
    {
        if (_paces.TryGetValue(call.LimitKey, out var pace))
        {
            return pace;
        }

        if (Interlocked.Increment(ref _added) % SweepEvery == 0)
        {
            Sweep();
        }

        return _paces.GetOrAdd(call.LimitKey, static (_, made) => new CallPace(made.timings, made.clock), (timings, clock));
    }

    private void Sweep()
    {
        foreach (var pace in _paces.Where(static pace => pace.Value.IsIdle))
        {
            _paces.TryRemove(pace);
        }
    }
}
