using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>What tells an answerable question from one that the coverage does not answer; each 0 to 1 unless said otherwise.</summary>
/// <param name="Similarity">The best cosine of question and passage.</param>
/// <param name="TopSimilarity">The cosine of question and the best sentence's passage.</param>
/// <param name="Context">The best weighted share of the question's terms that one passage with its headline holds.</param>
/// <param name="TopContext">The share that the best sentence with the one before it and the headline holds.</param>
/// <param name="TopCoverage">The share that the best sentence alone holds.</param>
/// <param name="MissingNames">The weight of the question's names that are neither in the passage that holds most nor in its headline; 0
/// without names.</param>
/// <param name="SentenceMissing">The weight of the question's names that are neither in the best sentence nor in the one before it nor in
/// the headline.</param>
/// <param name="ArticleMissing">The weight of the question's names that are in none of the passages found of the best sentence's
/// article.</param>
/// <param name="Unknown">The weight of this turn's words that the coverage never uses in any form.</param>
/// <param name="Unmet">The greatest weight of a word of this turn that the best sentence's surroundings do not have.</param>
/// <param name="KindUnmet">How far the best sentence is from holding the kind of thing asked for; 0 for kinds that any words may
/// answer.</param>
/// <param name="SlotUnmet">How far the best sentences of its article are from holding the noun asked for; 0 when none is named.</param>
/// <param name="Open">1 when neither a kind of thing nor a noun is asked for.</param>
/// <param name="SlotUnknown">1 when the coverage never uses the noun that is asked for, and no name of its kind would do.</param>
/// <param name="Age">How old the best sentence's article is, as the logarithm of weeks to the base 2, at most 8; 0 when a period was asked
/// for or it is undated.</param>
/// <param name="Best">The score of the best sentence; not bounded.</param>
/// <param name="Nameless">1 for a question without names: there is less to go by.</param>
/// <param name="NamelessSimilarity">The best cosine of a question without names, 0 with names.</param>
/// <param name="Size">The logarithm of how many passages the coverage has to the base 100,000: in a large one something similar is always
/// found.</param>
/// <param name="SizedSimilarity">The best cosine times the size.</param>
/// <param name="Terms">1 for a question of one term, falling with more.</param>
/// <param name="PremiseUnmet">1 when the best sentences do not name those who are asked about, or have only others do what they are to have
/// done.</param>
/// <param name="PremiseDenied">1 when nothing says what is to have befallen them.</param>
/// <param name="HalfSaid">1 for a yes-or-no question that the best sentence does not say whole.</param>
/// <param name="Uncounted">1 when a number is asked for and none of the best sentences has one, or has none of the noun that is
/// counted.</param>
/// <param name="Lead">How far the best passage's cosine lies above the mean of the best ten.</param>
/// <param name="Share">The best sentence's share of the likelihood of all.</param>
/// <param name="Speaks">False when it is asked what somebody said and no sentence has them speaking.</param>
internal readonly record struct AnswerabilitySignals(
    double Similarity,
    double TopSimilarity,
    double Context,
    double TopContext,
    double TopCoverage,
    double MissingNames,
    double SentenceMissing,
    double ArticleMissing,
    double Unknown,
    double Unmet,
    double KindUnmet,
    double SlotUnmet,
    double Open,
    double SlotUnknown,
    double Age,
    double Best,
    double Nameless,
    double NamelessSimilarity,
    double Size,
    double SizedSimilarity,
    double Terms,
    double PremiseUnmet,
    double PremiseDenied,
    double HalfSaid,
    double Uncounted,
    double Lead,
    double Share,
    bool Speaks
)
{
    private const int Looked = 5;
    private const int LookedForNumbers = 8;
    private const double FullContext = 0.85;
    private const double LeastCounted = 0.7;
    private const int LookedForSpeech = 20;
    private const double OldestWeeks = 8;
    private const double VouchingCoverage = 0.6;
    private const double LeastSize = 10;
    private const double LargeSize = 100_000;

    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was found for it.</param>
    /// <param name="scored">Its sentences, best first; at least one.</param>
    /// <param name="premise">How what the question takes for granted stands to them.</param>
    /// <param name="vouchedSimilarity"> An encoder says little of names it never learned ("EDSCG"). Where one sentence has all names of the
    /// question and most of its other words, the match of the words vouches for this much similarity. </param>
    public static AnswerabilitySignals Of(
        Question question,
        RetrievedPassages retrieved,
        IReadOnlyList<ScoredSentence> scored,
        PremiseState premise,
        double vouchedSimilarity
    )
    {
        var weights = retrieved.Weights;
        TermCoverage coverage = new(question.Terms);
        ulong names = SentenceScorer.NameBits(question);
        var (context, missing) = BestContext(retrieved, coverage, names);
        var best = scored[0];
        ulong around = Around(best.Passage, coverage);
        bool mayHaveNames = names != 0 || !question.Standalone.Any(char.IsLower);
        bool vouched =
            mayHaveNames && scored.Take(2 * Looked).Any(s => (s.Terms & names) == names && s.Features.Coverage >= VouchingCoverage);
        double floor = vouched ? vouchedSimilarity : 0;
        ulong article = retrieved
            .Passages.Where(p => p.Passage.Article.Id == best.Passage.Passage.Article.Id)
            .Aggregate(0UL, (bits, p) => bits | Around(p, coverage));
        (double unknown, double unmet) = Unheard(question, retrieved, around);
        double similarity = Math.Max(floor, retrieved.Passages.Take(2 * Looked).Max(p => p.Similarity));
        double slotUnmet =
            1 - scored.Take(Looked).Where(s => s.Passage.Passage.Article.Id == best.Passage.Passage.Article.Id).Max(s => s.Features.Slot);
        double size = Math.Log(Math.Max(LeastSize, retrieved.CoverageSize), LargeSize);
        return new AnswerabilitySignals(
            similarity,
            Math.Max(floor, best.Passage.Similarity),
            context,
            best.Features.Context,
            best.Features.Coverage,
            missing,
            TermCoverage.Weigh(names & ~Window(best, coverage), weights),
            TermCoverage.Weigh(names & ~article, weights),
            unknown,
            unmet,
            IsOfKind(question.Kind) ? 1 - best.Features.Kind : 0,
            slotUnmet,
            IsOfKind(question.Kind) || question.Asked is not null ? 0 : 1,
            IsSlotUnknown(question, retrieved) ? 1 : 0,
            AgeOf(question, best),
            best.Score,
            mayHaveNames ? 0 : 1,
            mayHaveNames ? 0 : similarity,
            size,
            size * similarity,
            1.0 / Math.Max(1, question.Terms.Count),
            premise is PremiseState.Unmet or PremiseState.OthersDid ? 1 : 0,
            premise == PremiseState.Denied ? 1 : 0,
            question.Kind == AnswerKind.YesNo && (best.Features.Context < FullContext || unknown > 0) ? 1 : 0,
            IsUncounted(question, scored, slotUnmet) ? 1 : 0,
            similarity - retrieved.Passages.Take(2 * Looked).Average(p => p.Similarity),
            1 / scored.Sum(s => Math.Exp(s.Score - best.Score)),
            question.Kind != AnswerKind.Saying || scored.Take(LookedForSpeech).Any(s => s.Features.Kind > 0)
        );
    }

    private static bool IsUncounted(Question question, IReadOnlyList<ScoredSentence> scored, double slotUnmet) =>
        (question.Kind == AnswerKind.Number && !scored.Take(LookedForNumbers).Any(s => s.Features.Kind > 0))
        || (question.Asked is { IsCounted: true } && slotUnmet > LeastCounted);

    private static (double Context, double Missing) BestContext(RetrievedPassages retrieved, TermCoverage coverage, ulong names)
    {
        (double context, double missing) = (0, 1);
        foreach (var passage in retrieved.Passages.Take(2 * Looked))
        {
            ulong bits = Around(passage, coverage);
            if (TermCoverage.Weigh(bits, retrieved.Weights) is var weight && weight > context)
            {
                (context, missing) = (weight, TermCoverage.Weigh(names & ~bits, retrieved.Weights));
            }
        }

        return (context, missing);
    }

    private static ulong Window(ScoredSentence best, TermCoverage coverage) =>
        best.Terms
        | coverage.Of(WordTokenizer.Tokenize(best.Passage.Passage.Article.Title))
        | (best.Index > 0 ? best.Passage.Sentences[best.Index - 1].Terms : 0);

    /// <summary>The terms that a passage and its headline hold.</summary>
    private static ulong Around(RetrievedPassage passage, TermCoverage coverage) =>
        passage.Sentences.Aggregate(
            coverage.Of(WordTokenizer.Tokenize(passage.Passage.Article.Title)),
            (bits, sentence) => bits | sentence.Terms
        );

    private static (double Unknown, double Unmet) Unheard(Question question, RetrievedPassages retrieved, ulong around)
    {
        (double unknown, double unmet) = (0, 0);
        for (int i = 0; i < Math.Min(question.Terms.Count, retrieved.Weights.Count) && i < 64; i++)
        {
            if (question.Terms[i].IsCarried)
            {
                continue;
            }

            unknown += i < retrieved.Counts.Count && retrieved.Counts[i] == 0 ? retrieved.Weights[i] : 0;
            unmet = Math.Max(unmet, (around & (1UL << i)) == 0 ? retrieved.Weights[i] : 0);
        }

        return (unknown, unmet);
    }

    private static bool IsOfKind(AnswerKind kind) =>
        kind
            is AnswerKind.Name
                or AnswerKind.Place
                or AnswerKind.Time
                or AnswerKind.Number
                or AnswerKind.Definition
                or AnswerKind.Reaction
                or AnswerKind.Reason;

    private static bool IsSlotUnknown(Question question, RetrievedPassages retrieved)
    {
        if (question.Asked is not { Kind: null } asked)
        {
            return false;
        }

        for (int i = 0; i < Math.Min(question.Terms.Count, retrieved.Counts.Count); i++)
        {
            if (question.Terms[i].Stem == asked.Stem)
            {
                return retrieved.Counts[i] == 0;
            }
        }

        return false;
    }

    private static double AgeOf(Question question, ScoredSentence best)
    {
        if (question.Window is not null || best.Passage.Passage.Article.Published is not { } published)
        {
            return 0;
        }

        double weeks = Math.Max(0, question.AsOf.DayNumber - published.Day.DayNumber) / 7.0;
        return Math.Min(OldestWeeks, Math.Log2(1 + weeks));
    }
}
