using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Conversations.Claims;

/// <summary>What the coverage has of the claims of a message.</summary>
/// <param name="Answer">The quoted sentences, each checked; empty when nothing is quoted.</param>
/// <param name="Claims">The claims in their order.</param>
/// <param name="Notes">What else the reader should know; whole sentences.</param>
public sealed record ClaimCheck(VerifiedAnswer Answer, IReadOnlyList<CheckedClaim> Claims, IReadOnlyList<string> Notes);
