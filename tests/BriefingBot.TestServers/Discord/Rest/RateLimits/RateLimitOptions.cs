namespace BriefingBot.TestServers.Discord.Rest.RateLimits;

/// <summary>The rate limits that REST enforces.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Off leaves the headers out and never answers 429 by rule; faults still can.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Requests a second over all routes but the interaction routes; 0 for no global limit.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>Limit and window of a route, keyed "METHOD /template".</summary>
    public IReadOnlyDictionary<string, RateLimitRule> Routes { get; init; } =
        new Dictionary<string, RateLimitRule>(StringComparer.Ordinal)
        {
            ["POST /channels/{channel_id}/messages"] = new(5, TimeSpan.FromSeconds(5)),
            ["PATCH /channels/{channel_id}/messages/{message_id}"] = new(5, TimeSpan.FromSeconds(5)),
            ["PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me"] = new(1, TimeSpan.FromMilliseconds(250)),
            ["POST /webhooks/{application_id}/{interaction_token}"] = new(5, TimeSpan.FromSeconds(5)),
            ["PATCH /webhooks/{application_id}/{interaction_token}/messages/{message_id}"] = new(5, TimeSpan.FromSeconds(5)),
        };

    /// <summary>For routes that are not listed.</summary>
    public RateLimitRule Otherwise { get; init; } = new(50, TimeSpan.FromSeconds(5));

    /// <summary>Every window multiplied by this: 0.01 lets a test run through many windows in a second.</summary>
    public double TimeScale { get; init; } = 1;
}
