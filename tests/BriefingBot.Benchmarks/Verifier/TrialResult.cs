using BriefingBot.Core.Answering;

namespace BriefingBot.Benchmarks.Verifier;

/// <summary>A sentence that was put to the check.</summary>
/// <param name="Group">What it was falsified in.</param>
/// <param name="Kind">How; the wording when it is true.</param>
/// <param name="Text">The sentence with its marks.</param>
/// <param name="Truth">The sentence of the passage.</param>
/// <param name="Outcome">What the check did.</param>
/// <param name="Reason">Why it was dropped.</param>
internal sealed record TrialResult(TrialGroup Group, string Kind, string Text, string Truth, TrialOutcome Outcome, DropReason? Reason)
{
    /// <summary>A false sentence is caught when it is not shown, or not with its false citation.</summary>
    public bool IsCaught => Outcome == TrialOutcome.Dropped || (Group == TrialGroup.Citation && Outcome == TrialOutcome.Moved);
}
