using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Finds the passages for a question: word search and vector search side by side, a weighted sum of both scores, then reranking by how well single sentences
/// cover the question and by age. Thread-safe.
/// </summary>
public sealed class HybridRetriever(
    ICoverageStore store,
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EncoderCalibrations calibrations,
    IOptions<RetrievalOptions> options,
    TimeProvider clock)
{
    private const int BylineArticles = 3;

    private readonly RetrievalOptions _options = options.Value;

    /// <summary>The best passages, near-identical ones collapsed. Period and collections limit the searches themselves.</summary>
    public async Task<RetrievedPassages> RetrieveAsync(Question question, CancellationToken cancellationToken)
    {
        var filter = await FilterForAsync(question, cancellationToken);
        string[] stems = [.. question.Terms.Select(term => term.Stem)];
        var words = _options.Mode == RetrievalMode.Vector || stems.Length == 0
            ? Task.FromResult<IReadOnlyList<PassageHit>>([])
            : Task.Run(() => store.SearchWordsAsync(stems, filter, _options.Candidates, cancellationToken), cancellationToken);

        long started = clock.GetTimestamp();
        var vector = await EncodeAsync(question, cancellationToken);
        var encoding = clock.GetElapsedTime(started);
        IReadOnlyList<PassageHit> near = vector.IsEmpty || _options.Mode == RetrievalMode.Lexical ? [] : await store.SearchVectorsAsync(vector, filter, _options.Candidates, cancellationToken);
        var frequencies = await store.GetPassageFrequenciesAsync(stems, cancellationToken);
        double[] weights = TermWeights.Of(question.Terms, frequencies);

        var fused = await FuseAsync(await words, near, vector, cancellationToken);
        var passages = await RerankAsync(question, fused, weights, cancellationToken);
        if (question.Kind is AnswerKind.Author or AnswerKind.Publication)
        {
            passages = await AddBylinesAsync(passages, cancellationToken);
        }

        return new RetrievedPassages(passages, weights, encoding);
    }

    /// <summary>
    /// The period limits the search. Only a relative one ("last year") into which no coverage falls at all is dropped: it was said of the time of the articles,
    /// not of today.
    /// </summary>
    private async Task<CoverageFilter> FilterForAsync(Question question, CancellationToken cancellationToken)
    {
        CoverageFilter filter = new()
        {
            Window = question.Window,
            AllowUndated = question.HasTopic,
            NotAfter = question.IsBackdated ? question.AsOf : null,
            Collections = question.Collections,
        };
        if (!question.IsWindowRelative || !question.HasTopic)
        {
            return filter;
        }

        var dated = await store.ListArticlesAsync(filter with { AllowUndated = false }, 0, 1, cancellationToken);
        return dated.Total > 0 ? filter : filter with { Window = null };
    }

    private async Task<ReadOnlyMemory<float>> EncodeAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            var embeddings = await encoder.GenerateAsync([question.Standalone], cancellationToken: cancellationToken);
            return embeddings[0].Vector;
        }
        catch (EncoderException) when (_options.Mode != RetrievalMode.Vector)
        {
            // Words alone find less, but what they find is checked all the same. The encoder has logged why.
            return ReadOnlyMemory<float>.Empty;
        }
    }

    private async Task<List<Candidate>> FuseAsync(IReadOnlyList<PassageHit> words, IReadOnlyList<PassageHit> near, ReadOnlyMemory<float> vector, CancellationToken cancellationToken)
    {
        Dictionary<long, double> lexical = words.ToDictionary(hit => hit.Key, hit => hit.Score);
        long[] keys = [.. lexical.Keys.Union(near.Select(hit => hit.Key))];
        if (keys.Length == 0)
        {
            return [];
        }

        var calibration = calibrations.Current;
        double[] similarities = vector.IsEmpty
            ? [.. Enumerable.Repeat(calibration.AssumedSimilarity, keys.Length)]
            : [.. (await store.GetSimilaritiesAsync(vector, keys, cancellationToken)).Select(calibration.Scale.Of)];
        double best = words.Count > 0 ? words[0].Score : 0;
        double floor = words.Count > 0 ? words[^1].Score * 0.5 : 0;
        (double low, double high) = (similarities.Min(), similarities.Max());
        double weight = _options.Mode switch { RetrievalMode.Lexical => 1, RetrievalMode.Vector => 0, _ => _options.LexicalWeight ?? calibration.LexicalWeight };
        List<Candidate> candidates = new(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            double byWords = best > 0 ? lexical.GetValueOrDefault(keys[i], floor) / best : 0;
            double byVector = high > low ? (similarities[i] - low) / (high - low) : 0;
            candidates.Add(new Candidate(keys[i], (weight * byWords) + ((1 - weight) * byVector), similarities[i]));
        }

        candidates.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Key.CompareTo(b.Key));
        return candidates[..Math.Min(candidates.Count, _options.Reranked)];
    }

    private async Task<IReadOnlyList<RetrievedPassage>> RerankAsync(Question question, List<Candidate> candidates, double[] weights, CancellationToken cancellationToken)
    {
        var stored = await store.LoadPassagesAsync([.. candidates.Select(c => c.Key)], cancellationToken);
        var byKey = candidates.ToDictionary(c => c.Key);
        TermCoverage coverage = new(question.Terms);
        List<RetrievedPassage> passages = [.. stored.Select(p => new RetrievedPassage(p, byKey[p.Key].Score, byKey[p.Key].Similarity, SentenceReader.Read(p, coverage), 1))];
        if (_options.Mode == RetrievalMode.Hybrid)
        {
            ArticleCoverage articles = new(passages, coverage);
            passages = [.. passages.Select(p => p with { Score = p.Score + Evidence(p, articles, weights) + Timeliness(question, p.Passage.Article.Published) })];
        }

        passages.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Passage.Key.CompareTo(b.Passage.Key));
        return Collapse(passages);
    }

    /// <summary>The line that names the author shares no word with the question: it comes with its article.</summary>
    private async Task<IReadOnlyList<RetrievedPassage>> AddBylinesAsync(IReadOnlyList<RetrievedPassage> passages, CancellationToken cancellationToken)
    {
        List<RetrievedPassage> all = [.. passages];
        foreach (var best in passages.DistinctBy(p => p.Passage.Article.Id).Take(BylineArticles))
        {
            var header = best.Passage.Article;
            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is not { } article)
            {
                continue;
            }

            all.AddRange(article.ToPassages()
                .Where(p => p.Kind is PassageKind.Byline or PassageKind.Headline && !all.Any(known => known.Passage.Id == p.Id))
                .Select(p => new RetrievedPassage(p, 0, 0, SentenceReader.Read(p), 1)));
        }

        return all;
    }

    private double Evidence(RetrievedPassage passage, ArticleCoverage articles, double[] weights)
    {
        var article = passage.Passage.Article.Id;
        return (_options.CoverageWeight * BestPairCoverage(passage.Sentences, weights))
            + (_options.TitleCoverageWeight * TermCoverage.Weigh(articles.OfTitle(article), weights))
            + (_options.ArticleCoverageWeight * TermCoverage.Weigh(articles.OfAll(article), weights));
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
            return question.Window is null ? 0 : -_options.UndatedPenalty;
        }

        double age = Math.Max(0, question.AsOf.DayNumber - date.Day.DayNumber);
        double hinted = question.HintedWindow is { } window && window.Contains(date.Day) ? _options.HintedPeriodWeight : 0;
        return hinted + (_options.RecencyWeight * (question.PrefersRecent ? 2 : 1) * Math.Pow(2, -age / _options.RecencyHalfLifeDays));
    }

    /// <summary>Keeps the best of near-identical passages of different articles and counts its copies.</summary>
    private IReadOnlyList<RetrievedPassage> Collapse(List<RetrievedPassage> passages)
    {
        List<(RetrievedPassage Passage, NearCopies Text, HashSet<ArticleId> Articles)> kept = [];
        foreach (var passage in passages)
        {
            NearCopies text = new(passage.Sentences.SelectMany(sentence => sentence.Words));
            int same = kept.FindIndex(k => k.Text.IsCopyOf(text));
            if (same >= 0)
            {
                kept[same].Articles.Add(passage.Passage.Article.Id);
            }
            else if (kept.Count < _options.Passages && kept.Count(k => k.Passage.Passage.Article.Id == passage.Passage.Article.Id) < _options.PassagesPerArticle)
            {
                kept.Add((passage, text, [passage.Passage.Article.Id]));
            }
        }

        return [.. kept.Select(k => k.Passage with { Copies = k.Articles.Count })];
    }

    private readonly record struct Candidate(long Key, double Score, double Similarity);
}
