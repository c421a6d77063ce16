namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>
/// Finds for each word of a claim the word of the evidence that it rests on, so that the whole path through the evidence has as few leaps
/// as can be: a word that stands only far from the others is better left without. Keeps the best ways only, so its cost grows with the
/// length of the claim. Stateless.
/// </summary>
internal static class ClauseAligner
{
    private const int MostCandidates = 16;
    private const int MostWays = 32;
    private const int FarthestSmallWord = 4;

    // "Smith, who ..., said": over what is put between.
    private const int FarthestVerb = 24;

    private const double UnalignedSmallWord = 0.12;
    private const double SmallWordWeight = 0.3;
    private const double UnalignedWord = 0.8;
    private const double UnalignedName = 1.3;
    private const double Step = 0.03;
    private const double LongestStep = 12;
    private const double Backward = 0.25;
    private const double OtherClause = 0.08;
    private const double NextSentence = 0.7;
    private const double OtherSentence = 1;

    /// <summary>Aligns them.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="evidence">The sentences of the evidence in order.</param>
    /// <param name="only">The one sentence that words may rest on; null for all.</param>
    public static ClauseAlignment Align(ClauseSentence claim, IReadOnlyList<ClauseSentence> evidence, int? only = null)
    {
        var tokens = claim.Tokens;
        List<Way> ways = [new Way(0, null, null, null, -1)];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != ClauseTokenKind.Mark)
            {
                ways =
                    tokens[i].Kind == ClauseTokenKind.Function
                        ? OverSmallWord(ways, tokens[i], i, evidence, only)
                        : OverWord(ways, tokens[i], i, evidence, only);
            }
        }

        ClausePlace?[] places = new ClausePlace?[tokens.Count];
        for (var way = ways.MinBy(way => way.Cost); way is { Before: not null }; way = way.Before)
        {
            if (way.Place is not null)
            {
                places[way.Token] = way.Place;
            }
        }

        return new ClauseAlignment(claim, evidence, places);
    }

    /// <summary>A small word rests on one that follows where the way stands; it starts no way elsewhere.</summary>
    private static List<Way> OverSmallWord(List<Way> ways, ClauseToken said, int i, IReadOnlyList<ClauseSentence> evidence, int? only)
    {
        List<Way> next = [];
        foreach (var way in ways)
        {
            next.Add(way with { Cost = way.Cost + UnalignedSmallWord, Before = way, Place = null, Token = i });
            if (way.Last is not { } last)
            {
                AddOpening(next, way, said, i, evidence, only);
                continue;
            }

            var known = evidence[last.Sentence].Tokens;
            for (int k = last.Token + 1; k < Math.Min(known.Count, last.Token + 1 + (said.IsVerb ? FarthestVerb : FarthestSmallWord)); k++)
            {
                if (ClauseMatch.Of(said, known[k]) is > 0 and var match)
                {
                    ClausePlace place = new(last.Sentence, k, match);
                    next.Add(
                        new Way(way.Cost + (SmallWordWeight * (1 - match)) + StepCost(last, place, evidence, 1), way, place, place, i)
                    );
                    break;
                }
            }
        }

        return Best(next);
    }

    /// <summary>At the head of a claim a small word may open any sentence.</summary>
    private static void AddOpening(List<Way> next, Way way, ClauseToken said, int i, IReadOnlyList<ClauseSentence> evidence, int? only)
    {
        for (int sentence = only ?? 0; sentence < (only + 1 ?? evidence.Count); sentence++)
        {
            var known = evidence[sentence].Tokens;
            for (int k = 0; k < Math.Min(known.Count, 2); k++)
            {
                if (known[k].Key == said.Key)
                {
                    ClausePlace place = new(sentence, k, ClauseMatch.Same);
                    next.Add(new Way(way.Cost, way, place, place, i));
                }
            }
        }
    }

    private static List<Way> OverWord(List<Way> ways, ClauseToken said, int i, IReadOnlyList<ClauseSentence> evidence, int? only)
    {
        var candidates = Candidates(said, evidence, only);
        double unaligned = said.IsName || said.Number is not null || said.Date is not null ? UnalignedName : UnalignedWord;
        List<Way> next = [.. ways.Select(way => way with { Cost = way.Cost + unaligned, Before = way, Place = null, Token = i })];
        foreach (var place in candidates)
        {
            Way? cheapest = null;
            double lowest = double.MaxValue;
            foreach (var way in ways)
            {
                double cost = way.Cost + (way.Last is { } last ? StepCost(last, place, evidence, i - way.LastToken) : 0);
                if (cost < lowest)
                {
                    (cheapest, lowest) = (way, cost);
                }
            }

            next.Add(new Way(lowest + (1 - place.Match), cheapest, place, place, i));
        }

        return Best(next);
    }

    /// <summary>The cheapest way to each place, and of these the best.</summary>
    private static List<Way> Best(List<Way> ways)
    {
        ways.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
        HashSet<(int, int)> seen = [];
        List<Way> best = new(MostWays);
        foreach (var way in ways)
        {
            if (seen.Add(way.Last is { } last ? (last.Sentence, last.Token) : (-1, -1)))
            {
                best.Add(way);
                if (best.Count == MostWays)
                {
                    break;
                }
            }
        }

        return best;
    }

    private static double StepCost(ClausePlace from, ClausePlace to, IReadOnlyList<ClauseSentence> evidence, int said)
    {
        if (from.Sentence != to.Sentence)
        {
            return to.Sentence - from.Sentence is 1 or -1 ? NextSentence : OtherSentence;
        }

        int step = to.Token - from.Token;
        if (step == 0)
        {
            return UnalignedWord;
        }

        var tokens = evidence[to.Sentence].Tokens;
        double clause = tokens[from.Token].Clause == tokens[to.Token].Clause ? 0 : OtherClause;
        return clause + (Step * Math.Min(LongestStep, Math.Abs(Math.Abs(step) - said))) + (step < 0 ? Backward : 0);
    }

    private static List<ClausePlace> Candidates(ClauseToken said, IReadOnlyList<ClauseSentence> evidence, int? only)
    {
        List<ClausePlace> found = [];
        for (int sentence = only ?? 0; sentence < (only + 1 ?? evidence.Count); sentence++)
        {
            var tokens = evidence[sentence].Tokens;
            for (int i = 0; i < tokens.Count; i++)
            {
                if (ClauseMatch.Of(said, tokens[i]) is > 0 and var match)
                {
                    found.Add(new ClausePlace(sentence, i, match));
                }
            }
        }

        return found.Count <= MostCandidates ? found : [.. found.OrderByDescending(place => place.Match).Take(MostCandidates)];
    }

    /// <summary>A way through the evidence up to a token of the claim.</summary>
    private sealed record Way(double Cost, Way? Before, ClausePlace? Place, ClausePlace? Last, int Token)
    {
        /// <summary>The token of the claim that <see cref="Last"/> bears out.</summary>
        public int LastToken { get; init; } = Place is null ? -1 : Token;
    }
}
