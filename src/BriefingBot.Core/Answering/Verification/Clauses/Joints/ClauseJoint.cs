namespace BriefingBot.Core.Answering.Verification.Clauses.Joints;

/// <summary>Two words of a claim that follow each other among those that are borne out.</summary>
/// <param name="Kind">How they lie in the evidence.</param>
/// <param name="From">The index of the first in the claim.</param>
/// <param name="To">The index of the second.</param>
internal readonly record struct ClauseJoint(ClauseJointKind Kind, int From, int To);
