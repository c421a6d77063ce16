namespace BriefingBot.Core.Chat.Platforms;

/// <summary>How it stands with a platform.</summary>
public enum PlatformPhase
{
    /// <summary>It has not connected yet.</summary>
    Starting,

    /// <summary>Events come in.</summary>
    Connected,

    /// <summary>Another process is connected; this one takes over when that one ends.</summary>
    StandingBy,

    /// <summary>The connection is lost; it is tried again for as long as the bot runs.</summary>
    Reconnecting,

    /// <summary>The platform turned the bot away: nothing is tried until somebody has put right what the last error says.</summary>
    Stopped,
}
