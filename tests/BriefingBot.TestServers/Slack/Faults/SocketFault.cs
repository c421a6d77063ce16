namespace BriefingBot.TestServers.Slack.Faults;

/// <summary>What can happen to a socket.</summary>
public enum SocketFault
{
    /// <summary>disconnect with the reason warning; nothing else changes.</summary>
    Warning,

    /// <summary>
    /// disconnect with refresh_requested: nothing new comes here, and the end after <see cref="FakeSlackOptions.RefreshGrace"/>.
    /// </summary>
    RefreshRequested,

    /// <summary>disconnect with link_disabled, and a close: Socket Mode was switched off.</summary>
    LinkDisabled,

    /// <summary>disconnect with too_many_websockets, and a close.</summary>
    TooManyWebsockets,

    /// <summary>A close frame without a word before.</summary>
    Close,

    /// <summary>The TCP connection ends without a close frame.</summary>
    DropTcp,

    /// <summary>Open, but dead: nothing is read, sent, or answered to a ping.</summary>
    Freeze,
}
