namespace BriefingBot.Core.Corrections;

/// <summary>What became of a cited article since it was cited.</summary>
public enum SourceStateKind
{
    /// <summary>It is as it was.</summary>
    Unchanged,

    /// <summary>It was changed, and still says every sentence that was quoted.</summary>
    QuotesStand,

    /// <summary>It no longer says a sentence that was quoted.</summary>
    QuotesChanged,

    /// <summary>It carries a correction that it did not carry then; every quoted sentence still stands.</summary>
    Corrected,

    /// <summary>It was withdrawn from the coverage.</summary>
    Withdrawn,

    /// <summary>The coverage no longer knows it.</summary>
    Gone,
}
