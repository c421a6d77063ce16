namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>How closely a claim follows its evidence word by word. Stateless.</summary>
internal static class WordPairs
{
    /// <summary>The share of the claim's pairs of neighbouring words that stand side by side in the evidence too, 0 to 1.</summary>
    public static double Share(ClauseAlignment alignment)
    {
        HashSet<(string, string)> known = [];
        foreach (var sentence in alignment.Evidence)
        {
            foreach (var pair in Of(sentence.Tokens))
            {
                known.Add(pair);
            }
        }

        int pairs = 0;
        int shared = 0;
        foreach (var pair in Of(alignment.Claim.Tokens))
        {
            pairs++;
            shared += known.Contains(pair) ? 1 : 0;
        }

        return pairs == 0 ? 1 : (double)shared / pairs;
    }

    private static IEnumerable<(string, string)> Of(IReadOnlyList<ClauseToken> tokens)
    {
        string? before = null;
        foreach (var token in tokens)
        {
            if (token.Kind != ClauseTokenKind.Mark)
            {
                if (before is not null)
                {
                    yield return (before, token.Root);
                }

                before = token.Root;
            }
        }
    }
}
