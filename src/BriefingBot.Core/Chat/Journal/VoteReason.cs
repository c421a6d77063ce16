namespace BriefingBot.Core.Chat.Journal;

/// <summary>Why an answer was not helpful. The numbers are stored: never renumber.</summary>
public enum VoteReason
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>It is wrong.</summary>
    Wrong = 1,

    /// <summary>It is outdated.</summary>
    Outdated = 2,

    /// <summary>It is not what was asked.</summary>
    NotAsked = 3,

    /// <summary>It rests on a source that should not be used.</summary>
    BadSource = 4,

    /// <summary>Something else, in the person's words.</summary>
    Other = 5,
}
