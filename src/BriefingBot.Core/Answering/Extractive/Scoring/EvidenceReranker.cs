using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>Has a reranker judge the best passages and then the best sentences of them, within one budget of time. Thread-safe.</summary>
/// <param name="reranker">Judges.</param>
/// <param name="budget">How long both may take together.</param>
/// <param name="clock">Measures it.</param>
public sealed class EvidenceReranker(IReranker reranker, RerankingBudget budget, TimeProvider clock)
{
    private const int Passages = 30;
    private const int Sentences = 20;

    private readonly SentenceScorer _scorer = new(AnswerWeights.Shipped);

    /// <summary>The share of the time for passages; what they leave is for sentences.</summary>
    private const double PassageShare = 0.7;

    /// <summary>
    /// A passage's place follows from its score of retrieval, which knows of time and of the whole article, and from the reranker's, spread
    /// over the same range and counted so many times.
    /// </summary>
    private const double PassageWeight = 1.5;

    /// <summary>Reranks what was retrieved; what there was no time for keeps its order behind what was judged.</summary>
    public async Task<RetrievedPassages> RerankAsync(Question question, RetrievedPassages retrieved, CancellationToken cancellationToken)
    {
        if (question.IsOverview || retrieved.Passages.Count == 0)
        {
            return retrieved;
        }

        long started = clock.GetTimestamp();
        var best = retrieved.Passages.Take(Passages).ToList();
        var scores = await reranker.ScoreAsync(
            question.Standalone,
            [.. best.Select(p => p.Passage.Text)],
            budget.Total * PassageShare,
            cancellationToken
        );
        var reranked = retrieved with { Passages = [.. Arrange(best, scores), .. retrieved.Passages.Skip(Passages)] };

        var scored = _scorer.Score(question, UnplantedSentences.Of(reranked)).Take(Sentences).ToList();
        var rest = budget.Total - clock.GetElapsedTime(started);
        if (scored.Count == 0 || rest <= TimeSpan.Zero)
        {
            return reranked;
        }

        var judged = await reranker.ScoreAsync(question.Standalone, [.. scored.Select(s => s.Sentence.Text)], rest, cancellationToken);
        return reranked with
        {
            SentenceScores = judged
                .Select((score, i) => KeyValuePair.Create(KeyOf(scored[i]), score))
                .DistinctBy(pair => pair.Key)
                .ToDictionary(),
        };
    }

    private static SentenceKey KeyOf(ScoredSentence sentence) => new(sentence.Passage.Passage.Key, sentence.Sentence.Start);

    /// <summary>
    /// The judged passages in their new order; the scores themselves stay the same, best first, since what follows reads them against each
    /// other.
    /// </summary>
    private static IEnumerable<RetrievedPassage> Arrange(List<RetrievedPassage> passages, IReadOnlyList<double> scores)
    {
        double range = Math.Max(passages[0].Score - passages[^1].Score, 1e-6);
        var order = passages
            .Take(scores.Count)
            .Select((passage, i) => (Passage: passage, Worth: ((passage.Score - passages[^1].Score) / range) + (PassageWeight * scores[i])))
            .OrderByDescending(entry => entry.Worth)
            .Select((entry, i) => entry.Passage with { Score = passages[i].Score });
        return order.Concat(passages.Skip(scores.Count));
    }
}
