using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>
/// Scores every sentence of the retrieved passages by how likely it answers: a linear model over <see cref="SentenceFeatures"/>, fitted on
/// question sets.
/// </summary>
internal sealed class SentenceScorer(AnswerWeights weights)
{
    private readonly SentenceWeighing _weighing = new(weights);

    /// <summary>How much of what the sentence before holds counts for one that opens by pointing back to it.</summary>
    private const double Inheritance = 0.6;

    /// <summary>What a reranker's certainty is worth against all else that speaks for a sentence, which comes to about 8 at most.</summary>
    private const double RerankerWeight = 4;

    public List<ScoredSentence> Score(Question question, RetrievedPassages retrieved)
    {
        if (retrieved.Passages.Count == 0)
        {
            return [];
        }

        TermCoverage coverage = new(question.Terms);
        AnswerKindMatcher kind = new(question);
        SlotMatcher slot = new(question);
        NameSupport support = new(question, retrieved.Passages);
        ulong names = NameBits(question);
        double bestScore = Math.Max(retrieved.Passages[0].Score, 1e-6);
        var bestArticle = retrieved.Passages[0].Passage.Article.Id;
        List<ScoredSentence> scored = [];
        int rank = 0;
        foreach (var passage in retrieved.Passages)
        {
            rank++;
            var headline = WordTokenizer.Tokenize(passage.Passage.Article.Title);
            ulong title = coverage.Of(headline);
            ulong before = 0;
            for (int i = 0; i < passage.Sentences.Count; i++)
            {
                var sentence = passage.Sentences[i];
                ulong bits = sentence.Terms;
                var previous = i > 0 ? passage.Sentences[i - 1] : null;
                double matched = kind.Match(sentence, previous);
                double own = TermCoverage.Weigh(bits, retrieved.Weights);
                double inherited = Anaphora.Opens(sentence.Text)
                    ? Inheritance * (TermCoverage.Weigh(bits | before, retrieved.Weights) - own)
                    : 0;
                SentenceFeatures features = new(
                    own + inherited,
                    TermCoverage.Weigh(bits | before | title, retrieved.Weights),
                    names == 0 ? 1 : (double)ulong.PopCount(bits & names) / ulong.PopCount(names),
                    Adjacency(sentence, coverage, question.Terms.Count),
                    matched,
                    slot.Match(sentence, previous, headline, matched),
                    support.Of(sentence),
                    passage.Score / bestScore,
                    1.0 / rank,
                    passage.Passage.Article.Id == bestArticle ? 1 : 0,
                    passage.Similarity,
                    Brevity(sentence.Words.Count),
                    1.0 / (1 + Math.Max(0, passage.Passage.Id.Ordinal - 2)),
                    IsSecondary(passage.Passage.Kind, sentence) ? 1 : 0,
                    Anaphora.OpensWithPronoun(sentence.Text) ? 1 : 0
                );
                scored.Add(
                    new ScoredSentence(
                        passage,
                        i,
                        bits,
                        features,
                        _weighing.Score(question.Kind, features) + Reranked(retrieved, passage, sentence)
                    )
                );
                before = bits;
            }
        }

        scored.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Sentence.Start.CompareTo(b.Sentence.Start));
        return scored;
    }

    /// <summary>
    /// From minus to plus half of the weight, so that the level of scores stays where refusals were calibrated; 0 for what was not judged.
    /// </summary>
    private static double Reranked(RetrievedPassages retrieved, RetrievedPassage passage, PassageSentence sentence) =>
        retrieved.SentenceScores?.TryGetValue(new SentenceKey(passage.Passage.Key, sentence.Start), out double score) == true
            ? RerankerWeight * (score - 0.5)
            : 0;

    public static ulong NameBits(Question question)
    {
        ulong bits = 0;
        for (int i = 0; i < Math.Min(question.Terms.Count, 64); i++)
        {
            if (question.Terms[i].IsName)
            {
                bits |= 1UL << i;
            }
        }

        return bits;
    }

    private static double Adjacency(PassageSentence sentence, TermCoverage coverage, int terms)
    {
        if (terms < 2)
        {
            return 0;
        }

        int last = -1;
        int lastPlace = -10;
        ulong pairs = 0;
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            if (coverage.IndexOf(sentence.Words[i]) is >= 0 and var index)
            {
                if (index == last + 1 && i - lastPlace <= 4)
                {
                    pairs |= 1UL << index;
                }

                (last, lastPlace) = (index, i);
            }
        }

        return (double)ulong.PopCount(pairs) / (Math.Min(terms, 64) - 1);
    }

    private static double Brevity(int words) => words < 6 ? words / 6.0 : Math.Clamp((80 - words) / 50.0, 0, 1);

    private static bool IsSecondary(PassageKind kind, PassageSentence sentence) =>
        kind != PassageKind.Body
        || sentence.Words.Count < 4
        || sentence.Text[^1] == '?'
        || sentence.Text[^1] is ':'
        || char.IsLower(sentence.Text[0])
        || Gallery.IsMatch(sentence.Text);

    /// <summary>What stands around the pictures of a gallery that was copied as text.</summary>
    private static readonly Regex Gallery = LanguageData.Pattern("captions/gallery", RegexOptions.CultureInvariant);
}
