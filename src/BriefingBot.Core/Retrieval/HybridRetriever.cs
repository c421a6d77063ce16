using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Ranking;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Finds the passages for a question: word search and vector search side by side, a weighted sum of both scores, then reranking by how well
/// single sentences cover the question and by age. Thread-safe.
/// </summary>
public sealed class HybridRetriever(
    ICoverageStore store,
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EncoderCalibrations calibrations,
    IOptions<RetrievalOptions> options,
    TimeProvider clock,
    IStoryStore? stories = null
)
{
    private const int BylineArticles = 3;

    /// <summary>Days; half a year.</summary>
    private const int NamedAhead = 183;

    private readonly RetrievalOptions _options = options.Value;
    private readonly TermReader _terms = new(store);
    private readonly PassageRanking _ranking = new(options.Value);

    /// <summary>The best passages, near-identical ones collapsed. Period and collections limit the searches themselves.</summary>
    public async Task<RetrievedPassages> RetrieveAsync(Question question, CancellationToken cancellationToken)
    {
        var filter = FilterFor(question);
        var read = await _terms.ReadAsync(question, cancellationToken);
        question = question with { Terms = read.Terms };
        var words =
            _options.Mode == RetrievalMode.Vector || read.Stems.Count == 0
                ? Task.FromResult<IReadOnlyList<PassageHit>>([])
                : SearchWordsFairlyAsync(read.Stems, filter, cancellationToken);

        var meaning = FindNearAsync(question, filter, cancellationToken);

        // Both, also where one fails: what reads the store does not outlive its turn.
        await Task.WhenAll(words, meaning);
        var (vector, near, encoding) = await meaning;
        double[] weights = TermWeights.Of(read.Terms, read.Counts, read.Passages);

        var fused = await FuseAsync(await words, near, vector, cancellationToken);
        var stored = await DropLaterAsync(
            question,
            await store.LoadPassagesAsync([.. fused.Select(c => c.Key)], cancellationToken),
            cancellationToken
        );
        question = question with { Terms = VouchedSpelling.Add(SpelledAcronyms.Add(question.Terms, stored), read.Counts, stored) };
        var passages = _ranking.Rerank(question, fused, stored, weights, await FindStoriesAsync(stored, cancellationToken));
        if (question.Kind is AnswerKind.Author or AnswerKind.Publication)
        {
            passages = await AddBylinesAsync(passages, cancellationToken);
        }

        return new RetrievedPassages(passages, weights, encoding)
        {
            Read = question with
            {
                Terms = NamesByUse.Mark(question.Terms, passages),
                Speaker = [.. question.Speaker.Select(stem => Meant(question, stem))],
            },
            Counts = read.Counts,
            CoverageSize = read.Passages,
        };
    }

    /// <summary>
    /// Beside the encoding, and behind the questions that wait already: work that a thread gives itself goes before theirs, and where all
    /// threads are busy some questions would wait for seconds while others never do.
    /// </summary>
    private Task<IReadOnlyList<PassageHit>> SearchWordsFairlyAsync(
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        CancellationToken cancellationToken
    ) =>
        Task
            .Factory.StartNew(
                () => store.SearchWordsAsync(stems, filter, _options.Candidates, cancellationToken),
                cancellationToken,
                TaskCreationOptions.PreferFairness,
                TaskScheduler.Default
            )
            .Unwrap();

    /// <summary>
    /// An undated report may be of the period that is asked for, unless it speaks of what came long after it: so far ahead reports rarely
    /// name a day, a month or a year as still to come.
    /// </summary>
    private async Task<IReadOnlyList<StoredPassage>> DropLaterAsync(
        Question question,
        IReadOnlyList<StoredPassage> passages,
        CancellationToken cancellationToken
    )
    {
        if (question.Window is not { } window || window.To.DayNumber > DateOnly.MaxValue.DayNumber - NamedAhead)
        {
            return passages;
        }

        var undated = passages.Where(passage => passage.Article.Published is null).Select(passage => passage.Article.Id).ToHashSet();
        if (undated.Count == 0)
        {
            return passages;
        }

        var named = await store.FindLatestNamedAsync(undated, cancellationToken);
        var latest = window.To.AddDays(NamedAhead);
        return
        [
            .. passages.Where(passage =>
                !undated.Contains(passage.Article.Id) || !named.TryGetValue(passage.Article.Id, out var day) || day <= latest
            ),
        ];
    }

    private static CoverageFilter FilterFor(Question question) =>
        new()
        {
            Window = question.Window,
            AllowUndated = question.HasTopic && !question.IsWindowRelative,
            NotAfter = question.IsBackdated ? question.AsOf : null,
            Collections = question.Collections,
            Source = question.Source,
        };

    /// <summary>The question with the names that are meant in the place of those that were misspelled.</summary>
    private static string Spelled(Question question) =>
        question
            .Terms.Where(term => term.ReadAs is not null)
            .Aggregate(question.Standalone, (text, term) => text.Replace(term.Surface, term.ReadAs, StringComparison.Ordinal));

    private static string Meant(Question question, string stem) =>
        question.Terms.FirstOrDefault(term => term.Stem == stem)?.ReadAs is { } name ? WordTokenizer.Stem(name) : stem;

    private async Task<(ReadOnlyMemory<float> Vector, IReadOnlyList<PassageHit> Near, TimeSpan Encoding)> FindNearAsync(
        Question question,
        CoverageFilter filter,
        CancellationToken cancellationToken
    )
    {
        long started = clock.GetTimestamp();
        var vector = await EncodeAsync(question, cancellationToken);
        var encoding = clock.GetElapsedTime(started);
        return vector.IsEmpty || _options.Mode == RetrievalMode.Lexical
            ? (vector, [], encoding)
            : (vector, await store.SearchVectorsAsync(vector, filter, _options.Candidates, cancellationToken), encoding);
    }

    private async Task<ReadOnlyMemory<float>> EncodeAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            var embeddings = await encoder.GenerateAsync([Spelled(question)], cancellationToken: cancellationToken);
            return embeddings[0].Vector;
        }
        catch (EncoderException) when (_options.Mode != RetrievalMode.Vector)
        {
            // Words alone find less, but what they find is checked all the same. The encoder has logged why.
            return ReadOnlyMemory<float>.Empty;
        }
    }

    private async Task<List<FusedPassage>> FuseAsync(
        IReadOnlyList<PassageHit> words,
        IReadOnlyList<PassageHit> near,
        ReadOnlyMemory<float> vector,
        CancellationToken cancellationToken
    )
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
        double weight = _options.Mode switch
        {
            RetrievalMode.Lexical => 1,
            RetrievalMode.Vector => 0,
            _ => _options.LexicalWeight ?? calibration.LexicalWeight,
        };
        List<FusedPassage> candidates = new(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            double byWords = best > 0 ? lexical.GetValueOrDefault(keys[i], floor) / best : 0;
            double byVector = high > low ? (similarities[i] - low) / (high - low) : 0;
            candidates.Add(new FusedPassage(keys[i], (weight * byWords) + ((1 - weight) * byVector), similarities[i]));
        }

        candidates.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Key.CompareTo(b.Key));
        return candidates[..Math.Min(candidates.Count, _options.Reranked)];
    }

    private async Task<IReadOnlyDictionary<ArticleId, StoryId>> FindStoriesAsync(
        IReadOnlyList<StoredPassage> passages,
        CancellationToken cancellationToken
    ) =>
        stories is null
            ? new Dictionary<ArticleId, StoryId>()
            : await stories.FindStoriesAsync([.. passages.Select(passage => passage.Article.Id).Distinct()], cancellationToken);

    /// <summary>The line that names the author shares no word with the question: it comes with its article.</summary>
    private async Task<IReadOnlyList<RetrievedPassage>> AddBylinesAsync(
        IReadOnlyList<RetrievedPassage> passages,
        CancellationToken cancellationToken
    )
    {
        List<RetrievedPassage> all = [.. passages];
        foreach (var best in passages.DistinctBy(p => p.Passage.Article.Id).Take(BylineArticles))
        {
            var header = best.Passage.Article;
            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is not { } article)
            {
                continue;
            }

            all.AddRange(
                article
                    .ToPassages()
                    .Where(p => p.Kind is PassageKind.Byline or PassageKind.Headline && !all.Any(known => known.Passage.Id == p.Id))
                    .Select(p => new RetrievedPassage(p, 0, 0, SentenceReader.Read(p), 1))
            );
        }

        return all;
    }
}
