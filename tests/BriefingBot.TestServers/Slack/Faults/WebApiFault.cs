using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Faults;

/// <summary>A fault that waits for its call.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Method">A method such as chat.postMessage, or response_url; null for any.</param>
/// <param name="Times">How many calls it hits.</param>
public sealed record WebApiFault(WebApiFaultKind Kind, string? Method = null, int Times = 1)
{
    /// <summary>Only calls for this channel; null for any.</summary>
    public FakeChannel? Channel { get; init; }

    /// <summary>For <see cref="WebApiFaultKind.Error"/>: internal_error, missing_scope, token_revoked...</summary>
    public string Error { get; init; } = "internal_error";

    /// <summary>The delay, the time without an answer, or the Retry-After of a 429 (there in whole seconds, rounded up).</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMilliseconds(100);
}
