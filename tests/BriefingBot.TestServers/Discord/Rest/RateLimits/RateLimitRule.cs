namespace BriefingBot.TestServers.Discord.Rest.RateLimits;

/// <summary><paramref name="Limit"/> requests in one <paramref name="Window"/> for one bucket and major parameter.</summary>
public sealed record RateLimitRule(int Limit, TimeSpan Window);
