using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.TestServers.Discord.Faults;

/// <summary>A fault that waits for its request.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Route">"METHOD /template" such as "POST /channels/{channel_id}/messages"; null for any request.</param>
/// <param name="Times">How many requests it hits.</param>
public sealed record RestFault(RestFaultKind Kind, string? Route = null, int Times = 1)
{
    /// <summary>Only requests below this channel; null for any.</summary>
    public FakeChannel? Channel { get; init; }

    /// <summary>For the error statuses.</summary>
    public int Status { get; init; } = 502;

    /// <summary>The delay, or the retry_after of a 429.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMilliseconds(100);
}
