namespace BriefingBot.Core.Chat.Inbox;

/// <summary>What a message is that asks nothing of the coverage.</summary>
public enum SmallTalkKind
{
    /// <summary>"Good morning".</summary>
    Greeting,

    /// <summary>"Good night".</summary>
    Parting,

    /// <summary>"Thank you".</summary>
    Thanks,

    /// <summary>"Well done".</summary>
    Praise,

    /// <summary>"What can you do?"</summary>
    Help,

    /// <summary>"Who are you?"</summary>
    Identity,

    /// <summary>"Stop".</summary>
    Stop,

    /// <summary>"Are you there?"</summary>
    Test,
}
