using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification.Passages;

namespace BriefingBot.Core.Conversations.Claims;

/// <summary>What was found on one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Outcome">What the coverage has of it.</param>
/// <param name="Quote">The words that say so; null when no article does.</param>
/// <param name="Remark">What differs, or why it cannot be told.</param>
/// <param name="Unknown">What of it the coverage has nowhere.</param>
internal sealed record ClaimFinding(string Claim, ClaimOutcome Outcome, LocatedQuote? Quote, string? Remark, IReadOnlyList<string> Unknown)
{
    /// <summary>No article says it.</summary>
    public static ClaimFinding NotTold(string claim, string? remark, params IReadOnlyList<string> unknown) =>
        new(claim, ClaimOutcome.NotTold, null, remark, unknown);
}
