namespace BriefingBot.TestServers.Discord.Rest.RateLimits;

/// <summary>Where a bucket stands after this request.</summary>
internal sealed record RateLimitDecision(
    bool Allowed,
    bool IsGlobal,
    string Bucket,
    int Limit,
    int Remaining,
    DateTimeOffset ResetAt,
    TimeSpan ResetAfter
);
