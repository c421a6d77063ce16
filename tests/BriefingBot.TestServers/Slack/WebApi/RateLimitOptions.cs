namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>The rate limits of the Web API. Their windows follow <see cref="FakeSlackOptions.TimeScale"/>.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Off never answers 429 by rule; faults still can.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Calls a minute of each method of a tier; all of them can be spent at once.</summary>
    public IReadOnlyDictionary<RateTier, int> PerMinute { get; init; } =
        new Dictionary<RateTier, int>
        {
            [RateTier.Tier1] = 1,
            [RateTier.Tier2] = 20,
            [RateTier.Tier3] = 50,
            [RateTier.Tier4] = 100,
        };

    /// <summary>Posts a second in a channel.</summary>
    public double PostsPerSecond { get; init; } = 1;

    /// <summary>Posts in a channel before that rate is enforced.</summary>
    public int PostBurst { get; init; } = 4;

    /// <summary>apps.connections.open, in calls a minute: more than tier 1 says, since every reconnect needs it.</summary>
    public int ConnectionsPerMinute { get; init; } = 50;
}
