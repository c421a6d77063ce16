namespace BriefingBot.Core.Answering.Verification.Clauses.Joints;

/// <summary>
/// Tells whether two sentences that a claim is put together from tell of the same: one has the words on the other side of the joint too, or
/// both parts are of one name. Stateless.
/// </summary>
internal static class ClauseBridge
{
    /// <summary>So many words of the claim with a meaning must stand in both sentences.</summary>
    private const int LeastShared = 2;

    /// <summary>Do they?</summary>
    public static bool Joins(ClauseAlignment alignment, int from, int to)
    {
        var said = alignment.Claim.Tokens;
        var place = alignment.Places[from]!.Value;
        var next = alignment.Places[to]!.Value;
        var first = alignment.Evidence[place.Sentence].Tokens;
        var second = alignment.Evidence[next.Sentence].Tokens;
        return IsOneName(alignment, from, to)
            || (
                (HasPivot(said, to - 1, second, next.Token - 1, -1) || HasPivot(said, from + 1, first, place.Token + 1, 1))
                && said.Where(token => token.IsContent && Has(first, token) && Has(second, token)).DistinctBy(token => token.Root).Count()
                    >= LeastShared
            );
    }

    /// <summary>From both places on, in the same direction, the words are the same up to one with a meaning.</summary>
    private static bool HasPivot(IReadOnlyList<ClauseToken> said, int i, IReadOnlyList<ClauseToken> known, int k, int step)
    {
        for (; i >= 0 && i < said.Count; i += step, k += step)
        {
            while (i > 0 && i < said.Count - 1 && said[i].Kind == ClauseTokenKind.Mark)
            {
                i += step;
            }

            while (k > 0 && k < known.Count - 1 && known[k].Kind == ClauseTokenKind.Mark)
            {
                k += step;
            }

            if (k < 0 || k >= known.Count || ClauseMatch.Of(said[i], known[k]) == 0)
            {
                return false;
            }

            if (said[i].IsContent)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(IReadOnlyList<ClauseToken> known, ClauseToken said) =>
        known.Any(other => ClauseMatch.Of(said, other) >= ClauseMatch.Synonym);

    private static bool IsOneName(ClauseAlignment alignment, int from, int to)
    {
        var said = alignment.Claim.Tokens;
        return to == from + 1
            && said[from].IsName
            && said[to].IsName
            && alignment.Evidence.Any(sentence =>
                Enumerable
                    .Range(1, Math.Max(0, sentence.Tokens.Count - 1))
                    .Any(k => sentence.Tokens[k - 1].Key == said[from].Key && sentence.Tokens[k].Key == said[to].Key)
            );
    }
}
