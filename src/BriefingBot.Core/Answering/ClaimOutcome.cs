namespace BriefingBot.Core.Answering;

/// <summary>What the coverage has of a claim. The numbers are stored: never renumber.</summary>
public enum ClaimOutcome
{
    /// <summary>No article says it, nor anything against it.</summary>
    NotTold = 0,

    /// <summary>An article says it.</summary>
    Supported = 1,

    /// <summary>An article tells the same and something in it differs.</summary>
    Contradicted = 2,
}
