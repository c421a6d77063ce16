using System.Security.Cryptography;
using System.Text;
using BriefingBot.TestServers.Discord.Rest.Routes;

namespace BriefingBot.TestServers.Discord.Rest.RateLimits;

/// <summary>
/// Fixed windows by bucket hash and major parameter (channel, guild, or webhook with token), and the global window of a second.
/// </summary>
internal sealed class RateLimiter(DiscordState state)
{
    private readonly Dictionary<(string Bucket, string Major), (DateTimeOffset ResetAt, int Used)> _windows = [];
    private (DateTimeOffset ResetAt, int Used) _global;

    public RateLimitDecision Take(RestRoute route, RouteValueDictionary values)
    {
        RateLimitOptions options = state.Options.RateLimits;
        RateLimitRule rule = options.Routes.GetValueOrDefault(route.Name, options.Otherwise);
        string bucket = BucketOf(route);
        DateTimeOffset now = state.Now;
        if (!route.IsInteractionRoute && options.GlobalPerSecond > 0)
        {
            if (_global.ResetAt <= now)
            {
                _global = (now + (TimeSpan.FromSeconds(1) * options.TimeScale), 0);
            }

            if (_global.Used >= options.GlobalPerSecond)
            {
                return new RateLimitDecision(false, true, bucket, rule.Limit, 0, _global.ResetAt, _global.ResetAt - now);
            }

            _global.Used++;
        }

        (string, string) key = (bucket, MajorOf(values));
        (DateTimeOffset ResetAt, int Used) window = _windows.GetValueOrDefault(key);
        if (window.ResetAt <= now)
        {
            window = (now + (rule.Window * options.TimeScale), 0);
        }

        bool allowed = window.Used < rule.Limit;
        if (allowed)
        {
            window.Used++;
        }

        _windows[key] = window;
        return new RateLimitDecision(allowed, false, bucket, rule.Limit, rule.Limit - window.Used, window.ResetAt, window.ResetAt - now);
    }

    public static string BucketOf(RestRoute route) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route.Name)))[..32];

    private static string MajorOf(RouteValueDictionary values) =>
        values.TryGetValue("channel_id", out object? channel) ? $"{channel}"
        : values.TryGetValue("guild_id", out object? guild) ? $"{guild}"
        : values.TryGetValue("interaction_token", out object? token) ? $"{token}"
        : "";
}
