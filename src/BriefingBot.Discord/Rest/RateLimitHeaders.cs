using System.Globalization;
using System.Net.Http.Headers;

namespace BriefingBot.Discord.Rest;

/// <summary>What an answer says about its limit.</summary>
/// <param name="Bucket">The hash that routes with one limit share; null when the answer names none.</param>
/// <param name="Remaining">How many requests are left; null when unknown.</param>
/// <param name="ResetAfter">When there are more again.</param>
/// <param name="RetryAfter">With status 429: how long to wait.</param>
/// <param name="IsGlobal">With status 429: every route has to wait.</param>
/// <param name="IsShared">With status 429: others used the limit up; not held against the bot.</param>
internal sealed record RateLimitHeaders(
    string? Bucket,
    int? Remaining,
    TimeSpan ResetAfter,
    TimeSpan? RetryAfter,
    bool IsGlobal,
    bool IsShared
)
{
    /// <summary>Reads them; what is missing or malformed is as if absent.</summary>
    public static RateLimitHeaders Read(HttpResponseHeaders headers) =>
        new(
            Get(headers, "X-RateLimit-Bucket"),
            int.TryParse(Get(headers, "X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out int remaining)
                ? remaining
                : null,
            Seconds(Get(headers, "X-RateLimit-Reset-After")) ?? TimeSpan.Zero,
            Seconds(Get(headers, "Retry-After")),
            string.Equals(Get(headers, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase)
                || string.Equals(Get(headers, "X-RateLimit-Scope"), "global", StringComparison.OrdinalIgnoreCase),
            string.Equals(Get(headers, "X-RateLimit-Scope"), "shared", StringComparison.OrdinalIgnoreCase)
        );

    private static string? Get(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
