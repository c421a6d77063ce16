namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>
/// Nothing rides along: in a sentence that follows its evidence closely every word with a meaning has its like there. Stateless.
/// </summary>
internal static class RiderRule
{
    /// <summary>The fault, or null.</summary>
    /// <param name="alignment">The claim on its evidence.</param>
    /// <param name="reporters">The roots of the words of outlets and authors: that they report it is no claim.</param>
    /// <param name="most">The share of words that may ride along, 0 to 1.</param>
    public static DropReason? FindFault(ClauseAlignment alignment, IReadOnlySet<string> reporters, double most)
    {
        var said = alignment.Claim.Tokens;
        int words = 0;
        int riding = 0;
        for (int i = 0; i < said.Count; i++)
        {
            // Dates were looked for in what is known of the article too.
            if (said[i].IsContent && said[i].Date is null && !reporters.Contains(said[i].Root))
            {
                words++;
                riding += alignment.Places[i] is null && !TellsWhoSpeaks(alignment.Claim, i) ? 1 : 0;
            }
        }

        return riding > most * words ? DropReason.Rider : null;
    }

    /// <summary>Who says it and with what force is compared elsewhere; the same verb without anything said is a word like others.</summary>
    private static bool TellsWhoSpeaks(ClauseSentence claim, int i) => claim.Speeches.Any(speech => speech.Verb == i);
}
