namespace BriefingBot.Slack.SocketMode;

/// <summary>How it goes on with a connection.</summary>
internal enum SocketTurn
{
    /// <summary>It is over: come back.</summary>
    Over,

    /// <summary>It will be over soon: open another, and let it go on until it is.</summary>
    EndingSoon,

    /// <summary>Nothing new comes by it: open another, then close it.</summary>
    Refresh,

    /// <summary>Too many are open: come back later.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off.</summary>
    Disabled,
}
