namespace BriefingBot.Benchmarks.Verifier;

/// <summary>What the check did with a sentence.</summary>
internal enum TrialOutcome
{
    /// <summary>It would be shown as written.</summary>
    Passed,

    /// <summary>It would be shown with another citation, not with the wrong one.</summary>
    Moved,

    /// <summary>It would not be shown.</summary>
    Dropped,
}
