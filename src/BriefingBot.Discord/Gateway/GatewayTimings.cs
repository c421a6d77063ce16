using BriefingBot.Core.Chat.Platforms;

namespace BriefingBot.Discord.Gateway;

/// <summary>How long the gateway client waits for what.</summary>
internal sealed record GatewayTimings
{
    /// <summary>For the connection to stand.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the first message.</summary>
    public TimeSpan Hello { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For the session to stand, counted anew with each event that is replayed.</summary>
    public TimeSpan Ready { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the first attempt to come back, at most.</summary>
    public TimeSpan FirstReconnect { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Before the second; it doubles.</summary>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts.</summary>
    public TimeSpan LongestReconnect { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After a session was declared invalid, at least; Discord asks for 1 to 5 seconds.</summary>
    public TimeSpan InvalidSession { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two starts of a session with one rate limit key.</summary>
    public TimeSpan BetweenIdentifies { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two savings of how far the events were dealt with; what lies between is replayed and recognised.</summary>
    public TimeSpan BetweenSaves { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before attempt number <paramref name="failures"/> + 1, with jitter.</summary>
    public TimeSpan Backoff(int failures) => ReconnectWait.After(failures, FirstReconnect, Reconnect, LongestReconnect);
}
