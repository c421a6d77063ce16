namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>How often a method may be called.</summary>
public enum RateTier
{
    /// <summary>Once a minute.</summary>
    Tier1,
    Tier2,
    Tier3,
    Tier4,

    /// <summary>Once a second in each channel, with short bursts.</summary>
    Posting,

    /// <summary>No limit that a bot would meet.</summary>
    Special,
}
