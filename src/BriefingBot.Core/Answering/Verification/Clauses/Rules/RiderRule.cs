namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>
/// Nothing rides along: in a sentence that follows its evidence closely every word with a meaning has its like there. Stateless.
/// </summary>
internal static class RiderRule
{
    /// <summary>The fault, or null.</summary>
    /// <param name="alignment">The claim on its evidence.</param>
    /// <param name="most">The share of words that may ride along, 0 to 1.</param>
    public static DropReason? FindFault(ClauseAlignment alignment, double most)
    {
        var said = alignment.Claim.Tokens;
        int words = 0;
        int riding = 0;
        for (int i = 0; i < said.Count; i++)
        {
            words += said[i].IsContent ? 1 : 0;
            riding += said[i].IsContent && alignment.Places[i] is null ? 1 : 0;
        }

        return riding > most * words ? DropReason.Rider : null;
    }
}
