using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>What tells an answerable question from one that the coverage does not answer; each 0 to 1.</summary>
/// <param name="Coverage">The best weighted share of the question's terms that one sentence holds.</param>
/// <param name="Context">The best share that one passage with its headline holds.</param>
/// <param name="MissingNames">The weight of the question's names that are neither in that passage nor in its headline; 0 without names.</param>
/// <param name="Similarity">The best cosine of question and passage.</param>
/// <param name="Speaks">False when it is asked what somebody said and no sentence has them speaking.</param>
/// <param name="Best">The score of the best sentence; not bounded.</param>
/// <param name="HasNames">Whether the question has names, or may have: one that is all in capitals does not show them.</param>
internal readonly record struct AnswerabilitySignals(double Coverage, double Context, double MissingNames, double Similarity, bool Speaks, double Best, bool HasNames)
{
    private const double VouchingCoverage = 0.6;

    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was found for it.</param>
    /// <param name="scored">Its sentences, best first.</param>
    /// <param name="vouchedSimilarity">
    /// An encoder says little of names it never learned ("EDSCG"). Where one sentence has all names of the question and most of its other words, the match of the
    /// words vouches for this much similarity.
    /// </param>
    public static AnswerabilitySignals Of(Question question, RetrievedPassages retrieved, IReadOnlyList<ScoredSentence> scored, double vouchedSimilarity)
    {
        TermCoverage coverage = new(question.Terms);
        ulong names = SentenceScorer.NameBits(question);
        double context = 0;
        double missing = 1;
        double similarity = 0;
        foreach (var passage in retrieved.Passages.Take(10))
        {
            ulong bits = coverage.Of(WordTokenizer.Tokenize(passage.Passage.Article.Title));
            foreach (var sentence in passage.Sentences)
            {
                bits |= sentence.Terms;
            }

            double weight = TermCoverage.Weigh(bits, retrieved.Weights);
            if (weight > context)
            {
                context = weight;
                missing = TermCoverage.Weigh(names & ~bits, retrieved.Weights);
            }

            similarity = Math.Max(similarity, passage.Similarity);
        }

        double covered = scored.Take(10).Select(s => s.Features.Coverage).DefaultIfEmpty(0).Max();
        bool mayHaveNames = names != 0 || !question.Standalone.Any(char.IsLower);
        bool vouched = mayHaveNames && scored.Take(10).Any(s => (s.Terms & names) == names && s.Features.Coverage >= VouchingCoverage);
        return new AnswerabilitySignals(
            covered,
            context,
            missing,
            vouched ? Math.Max(similarity, vouchedSimilarity) : similarity,
            question.Kind != AnswerKind.Saying || scored.Take(20).Any(s => s.Features.Kind > 0),
            scored.Count > 0 ? scored[0].Score : 0,
            mayHaveNames);
    }
}
