using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval.Ranking;

/// <summary>
/// Orders what the searches found by how well single sentences cover the question and by age, and collapses copies. Thread-safe.
/// </summary>
internal sealed class PassageRanking(RetrievalOptions options)
{
    public IReadOnlyList<RetrievedPassage> Rerank(
        Question question,
        IReadOnlyList<FusedPassage> candidates,
        IReadOnlyList<StoredPassage> stored,
        double[] weights,
        IReadOnlyDictionary<ArticleId, StoryId> storyOf
    )
    {
        var byKey = candidates.ToDictionary(c => c.Key);
        TermCoverage coverage = new(question.Terms);
        List<RetrievedPassage> passages =
        [
            .. stored.Select(p => new RetrievedPassage(
                p,
                byKey[p.Key].Score,
                byKey[p.Key].Similarity,
                SentenceReader.Read(p, coverage),
                1
            )),
        ];
        if (options.Mode == RetrievalMode.Hybrid)
        {
            ArticleCoverage articles = new(passages, coverage);
            passages =
            [
                .. passages.Select(p =>
                    p with
                    {
                        Score = p.Score + Evidence(p, articles, weights) + Timeliness(question, p.Passage.Article.Published),
                    }
                ),
            ];
        }

        passages.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Passage.Key.CompareTo(b.Passage.Key));
        return Collapse(passages, storyOf);
    }

    private double Evidence(RetrievedPassage passage, ArticleCoverage articles, double[] weights)
    {
        var article = passage.Passage.Article.Id;
        return (options.CoverageWeight * BestPairCoverage(passage.Sentences, weights))
            + (options.TitleCoverageWeight * TermCoverage.Weigh(articles.OfTitle(article), weights))
            + (options.ArticleCoverageWeight * TermCoverage.Weigh(articles.OfAll(article), weights))
            + (options.ArticlePassagesWeight * Math.Log(articles.Found(article)));
    }

    private static double BestPairCoverage(IReadOnlyList<PassageSentence> sentences, double[] weights)
    {
        double best = 0;
        ulong before = 0;
        foreach (var sentence in sentences)
        {
            ulong bits = sentence.Terms;
            best = Math.Max(best, (TermCoverage.Weigh(bits, weights) + TermCoverage.Weigh(bits | before, weights)) / 2);
            before = bits;
        }

        return best;
    }

    private double Timeliness(Question question, PublicationDate? published)
    {
        if (published is not { } date)
        {
            // Asked for a period, what is known to be of that time comes before what may be.
            return question.Window is null ? 0 : -options.UndatedPenalty;
        }

        double age = Math.Max(0, question.AsOf.DayNumber - date.Day.DayNumber);
        double hinted = question.HintedWindow is { } window && window.Contains(date.Day) ? options.HintedPeriodWeight : 0;
        return hinted + (options.RecencyWeight * (question.PrefersRecent ? 2 : 1) * Math.Pow(2, -age / options.RecencyHalfLifeDays));
    }

    /// <summary>
    /// Keeps the best of near-identical passages of different articles and counts its copies; no article and no story takes all places.
    /// </summary>
    private IReadOnlyList<RetrievedPassage> Collapse(List<RetrievedPassage> passages, IReadOnlyDictionary<ArticleId, StoryId> storyOf)
    {
        List<(RetrievedPassage Passage, NearCopies Text, HashSet<ArticleId> Articles)> kept = [];
        Dictionary<ArticleId, int> ofArticle = [];
        Dictionary<StoryId, int> ofStory = [];
        foreach (var passage in passages)
        {
            var article = passage.Passage.Article.Id;
            NearCopies text = new([.. passage.Sentences.Select(sentence => sentence.Words)]);
            int same = kept.FindIndex(k => k.Text.IsCopyOf(text));
            if (same >= 0)
            {
                kept[same].Articles.Add(article);
            }
            else if (
                kept.Count < options.Passages
                && ofArticle.GetValueOrDefault(article) < options.PassagesPerArticle
                && (!storyOf.TryGetValue(article, out var story) || ofStory.GetValueOrDefault(story) < options.PassagesPerStory)
            )
            {
                kept.Add((passage, text, [article]));
                ofArticle[article] = ofArticle.GetValueOrDefault(article) + 1;
                ofStory[story] = ofStory.GetValueOrDefault(story) + 1;
            }
        }

        return [.. kept.Select(k => k.Passage with { Copies = k.Articles.Count })];
    }
}
