namespace BriefingBot.TestServers.Discord.Faults;

/// <summary>What can happen to a gateway connection.</summary>
public enum GatewayFault
{
    /// <summary>Op 7. Events from here on come by replay only.</summary>
    Reconnect,

    /// <summary>Op 9 with true: the session can be resumed.</summary>
    ResumableInvalidSession,

    /// <summary>Op 9 with false: the session is gone; events until the next READY are lost.</summary>
    InvalidateSession,

    /// <summary>Close code 4000.</summary>
    Close4000,

    /// <summary>The TCP connection ends without a close frame.</summary>
    DropTcp,
}
