namespace BriefingBot.Slack.WebApi;

/// <summary>How long the Web API client waits for what.</summary>
internal sealed record WebApiTimings
{
    /// <summary>For the answer of one try.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Before the second try, before jitter; it doubles.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A longer wait for a limit is told to the caller instead.</summary>
    public TimeSpan LongestLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Between two messages in one channel.</summary>
    public TimeSpan BetweenPosts { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Messages that may come at once before that: Slack lets short bursts pass.</summary>
    public int PostBurst { get; init; } = 3;
}
