using BriefingBot.Core.Answering.Verification.Passages;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>What came of the check of a sentence.</summary>
/// <param name="Located">The words that bear it out; empty when it did not pass the check.</param>
/// <param name="Fault">Why it did not; null when it did.</param>
internal sealed record Verdict(IReadOnlyList<LocatedQuote> Located, DropReason? Fault)
{
    /// <summary>It did not pass the check.</summary>
    public static Verdict Dropped(DropReason fault) => new([], fault);
}
