namespace BriefingBot.Core.Commands;

/// <summary>What the buttons under an answer do.</summary>
public enum AnswerActionKind
{
    /// <summary>A vote for the answer.</summary>
    Helpful,

    /// <summary>A vote against it.</summary>
    NotHelpful,

    /// <summary>Shows the quoted passages in full.</summary>
    Passages,

    /// <summary>Shows a private answer to all.</summary>
    Share,
}
