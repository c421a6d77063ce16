namespace BriefingBot.Slack.SocketMode;

/// <summary>Told how it stands with the WebSockets. Thread-safe.</summary>
/// <param name="OnConnected">One stands.</param>
/// <param name="OnDisconnected">One ended or could not be opened, and why.</param>
internal sealed record SocketWatch(Action OnConnected, Action<string> OnDisconnected)
{
    /// <summary>Nobody is told.</summary>
    public static SocketWatch None { get; } = new(static () => { }, static _ => { });
}
