namespace BriefingBot.TestServers.Slack.Model;

/// <summary>How far a streamed message is.</summary>
public enum StreamState
{
    /// <summary>Not a streamed message.</summary>
    None,
    Streaming,

    /// <summary>Ended by chat.stopStream.</summary>
    Stopped,

    /// <summary>Ended by the person's stop button.</summary>
    StoppedByUser,

    /// <summary>Open for longer than Slack keeps a stream.</summary>
    Expired,
}
