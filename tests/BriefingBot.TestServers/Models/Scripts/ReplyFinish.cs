namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Why the text ends.</summary>
public enum ReplyFinish
{
    /// <summary>It is done: "stop", "end_turn".</summary>
    Stop,

    /// <summary>It may not be longer: "length", "max_tokens".</summary>
    Length,

    /// <summary>A filter took it away: "content_filter", "refusal".</summary>
    Refused,

    /// <summary>A stop text came: "stop", "stop_sequence".</summary>
    StopText,
}
