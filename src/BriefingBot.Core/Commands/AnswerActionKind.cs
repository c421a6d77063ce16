namespace BriefingBot.Core.Commands;

/// <summary>What the buttons under an answer do.</summary>
public enum AnswerActionKind
{
    /// <summary>Vote for it.</summary>
    Helpful,

    /// <summary>Vote against it.</summary>
    NotHelpful,

    /// <summary>Show the quoted passages in full.</summary>
    Passages,

    /// <summary>Show a private answer to all.</summary>
    Share,

    /// <summary>Show what found no room.</summary>
    More,

    /// <summary>It was not helpful because it is wrong.</summary>
    WhyWrong,

    /// <summary>Because it is outdated.</summary>
    WhyOutdated,

    /// <summary>Because it is not what was asked.</summary>
    WhyNotAsked,

    /// <summary>Because of a source that should not be used.</summary>
    WhySource,

    /// <summary>Because of something that the person writes down.</summary>
    WhyOther,
}
