namespace BriefingBot.Core.Chat.Delivery;

/// <summary>Why there is a notice in the place of an answer.</summary>
public enum NoticeKind
{
    /// <summary>Nothing was asked: how to ask.</summary>
    Help,

    /// <summary>What was asked is no question that can be worked on.</summary>
    Invalid,

    /// <summary>It may not be asked here.</summary>
    Refused,

    /// <summary>Something broke; the text holds the reference id that the log has too.</summary>
    Failed,

    /// <summary>Its reader stopped it before the answer was there.</summary>
    Stopped,
}
