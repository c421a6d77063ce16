using BriefingBot.Core.Chat.Platforms;

namespace BriefingBot.Slack.SocketMode;

/// <summary>How long the Socket Mode client waits for what.</summary>
internal sealed record SocketModeTimings
{
    /// <summary>For the connection to stand.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For the hello after that.</summary>
    public TimeSpan Hello { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two pings.</summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A ping that goes unanswered for so long means that the peer is dead.</summary>
    public TimeSpan Pong { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Before the first attempt to come back, at most.</summary>
    public TimeSpan FirstReconnect { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Before the second; it doubles.</summary>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts.</summary>
    public TimeSpan LongestReconnect { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>At least, after Slack said that too many are open.</summary>
    public TimeSpan TooMany { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the acks of a connection that was replaced, before it is closed; their deadline is three seconds.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After a warning, for the end that it announces; a connection that goes on is closed then.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For a close frame to be sent.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A connection that stood for less is followed by a wait of <see cref="Reconnect"/>, so that none follow each other in a rush.
    /// </summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before attempt number <paramref name="failures"/> + 1, with jitter.</summary>
    public TimeSpan Backoff(int failures) => ReconnectWait.After(failures, FirstReconnect, Reconnect, LongestReconnect);
}
