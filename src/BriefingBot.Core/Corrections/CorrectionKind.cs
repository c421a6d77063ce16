namespace BriefingBot.Core.Corrections;

/// <summary>What happened to a cited article. The numbers are stored: never renumber.</summary>
public enum CorrectionKind
{
    /// <summary>A quoted sentence was changed or is gone.</summary>
    Changed = 0,

    /// <summary>The quotes stand, and the article carries a correction that it did not carry before.</summary>
    Noted = 1,

    /// <summary>The article was taken out of the coverage.</summary>
    Withdrawn = 2,
}
