namespace BriefingBot.Core.Chat.Journal;

/// <summary>What a person says of an answer. The numbers are stored: never renumber.</summary>
public enum FeedbackVote
{
    /// <summary>Not helpful.</summary>
    NotHelpful = 0,

    /// <summary>Helpful.</summary>
    Helpful = 1,
}
