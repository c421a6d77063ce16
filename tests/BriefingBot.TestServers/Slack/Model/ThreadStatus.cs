namespace BriefingBot.TestServers.Slack.Model;

/// <summary>What shows under a thread while the bot works, from the time on when it was set.</summary>
/// <param name="At">When it was set.</param>
/// <param name="Channel">Where.</param>
/// <param name="ThreadTs">The thread.</param>
/// <param name="Status">Empty clears it.</param>
/// <param name="LoadingMessages">Shown in turn in its place.</param>
public sealed record ThreadStatus(
    DateTimeOffset At,
    FakeChannel Channel,
    string ThreadTs,
    string Status,
    IReadOnlyList<string> LoadingMessages
)
{
    /// <summary>Cleared by Slack, since the bot posted in the thread; not by a call of the bot.</summary>
    public bool IsAutomatic { get; init; }
}
