namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>A bucket of calls for each method, and for posting one for each channel, that fill up again evenly.</summary>
internal sealed class RateLimiter(SlackState state)
{
    private readonly Dictionary<string, (double Left, DateTimeOffset At)> _buckets = new(StringComparer.Ordinal);

    /// <summary>Takes a call from its bucket, or says how long until there is one.</summary>
    public TimeSpan? Take(WebApiMethod method, string? channel)
    {
        RateLimitOptions limits = state.Options.RateLimits;
        if (!limits.Enabled || method.Tier == RateTier.Special)
        {
            return null;
        }

        (string key, double capacity, double perSecond) = method switch
        {
            { Tier: RateTier.Posting } => ($"post {channel}", limits.PostBurst, limits.PostsPerSecond),
            { Name: "apps.connections.open" } => (method.Name, limits.ConnectionsPerMinute, limits.ConnectionsPerMinute / 60.0),
            _ => (method.Name, limits.PerMinute[method.Tier], limits.PerMinute[method.Tier] / 60.0),
        };
        perSecond /= state.Options.TimeScale;
        DateTimeOffset now = state.Now;
        (double left, DateTimeOffset at) = _buckets.GetValueOrDefault(key, (capacity, now));
        left = Math.Min(capacity, left + ((now - at).TotalSeconds * perSecond));
        bool isAllowed = left >= 1;
        _buckets[key] = (isAllowed ? left - 1 : left, now);
        return isAllowed ? null : TimeSpan.FromSeconds((1 - left) / perSecond);
    }
}
