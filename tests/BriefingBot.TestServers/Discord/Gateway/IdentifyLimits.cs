using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>The daily budget of new sessions and the identifies in one window, as GET /gateway/bot tells them.</summary>
internal sealed class IdentifyLimits(DiscordState state)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly Queue<DateTimeOffset> _starts = [];
    private readonly Dictionary<int, DateTimeOffset> _windows = [];

    public bool TryTakeConcurrency(int shardId)
    {
        int key = shardId % state.Options.MaxConcurrency;
        if (_windows.TryGetValue(key, out DateTimeOffset last) && state.Now - last < state.Options.IdentifyWindow)
        {
            return false;
        }

        _windows[key] = state.Now;
        return true;
    }

    public bool TryTakeSessionStart()
    {
        Forget();
        _starts.Enqueue(state.Now);
        return _starts.Count <= state.Options.SessionStartTotal;
    }

    public JsonObject ToJson()
    {
        Forget();
        return new JsonObject
        {
            ["total"] = state.Options.SessionStartTotal,
            ["remaining"] = Math.Max(0, state.Options.SessionStartTotal - _starts.Count),
            ["reset_after"] = _starts.Count == 0 ? 0 : (int)(_starts.Peek() + Day - state.Now).TotalMilliseconds,
            ["max_concurrency"] = state.Options.MaxConcurrency,
        };
    }

    private void Forget()
    {
        while (_starts.Count > 0 && _starts.Peek() + Day <= state.Now)
        {
            _starts.Dequeue();
        }
    }
}
