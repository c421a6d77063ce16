using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefings;

/// <summary>The newest coverage, all of it or of a topic, one entry a story. Thread-safe.</summary>
/// <param name="store">The coverage.</param>
/// <param name="retriever">Finds what is about a topic.</param>
/// <param name="clock">Tells which dates have come.</param>
/// <param name="model">Writes summaries and the digest; null: articles are quoted and there is no digest.</param>
/// <param name="stories">Which reports are of one event; null: only near-identical texts count as one.</param>
public sealed class LatestBriefing(
    ICoverageStore store,
    HybridRetriever retriever,
    TimeProvider clock,
    ModelSummarizer? model = null,
    IStoryStore? stories = null
)
{
    /// <summary>The most entries that one call gives.</summary>
    public const int MaxCount = 50;

    /// <summary>The last page that can be turned to: all before it are read to tell copies.</summary>
    public const int MaxPage = 20;

    private const int ModelCallsAtOnce = 4;

    private readonly StoryLookup _stories = new(store, stories);

    /// <summary>Newest first, undated last, the reports of one story once.</summary>
    /// <param name="topic">Limits to articles about it; null or blank: all.</param>
    /// <param name="count">1 to <see cref="MaxCount"/>.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="composer">Who shall write the summaries.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidQuestionException">The topic has no word that could be looked up.</exception>
    public Task<Briefing> ReadAsync(
        string? topic,
        int count,
        CoverageFilter filter,
        ComposerChoice composer,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            new LatestRequest
            {
                Topic = topic,
                Count = count,
                Filter = filter,
                Composer = composer,
            },
            cancellationToken
        );

    /// <summary>
    /// Newest first, then undated ones, then those whose date has not come; the reports of one story once, by the newest of them.
    /// </summary>
    /// <exception cref="InvalidQuestionException">The topic has no word that could be looked up.</exception>
    public async Task<Briefing> ReadAsync(LatestRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Count, MaxCount, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.Offset, nameof(request));
        StoryFold fold = new(store, _stories, request.Offset + request.Count);
        bool more = false;
        await foreach (var header in CandidatesAsync(request, cancellationToken))
        {
            if (request.Includes(header) && !await fold.TryAddAsync(header, header.Revision, cancellationToken))
            {
                more = true;
                break;
            }
        }

        var shown = fold.Entries.Skip(request.Offset).ToList();
        var briefing = await SummarizeAsync(request.Topic, request.Composer, shown, cancellationToken);
        return briefing with
        {
            Entries = await AddStoriesAsync(briefing.Entries, shown, request.Filter, cancellationToken),
            HasMore = more,
        };
    }

    private async Task<IReadOnlyList<BriefingEntry>> AddStoriesAsync(
        IReadOnlyList<BriefingEntry> entries,
        List<FoldedReport> listed,
        CoverageFilter filter,
        CancellationToken cancellationToken
    )
    {
        List<BriefingEntry> all = new(entries.Count);
        foreach (var (entry, from) in entries.Zip(listed))
        {
            all.Add(
                from.Story is { } id && await _stories.ReadAsync(id, from.Article, filter, cancellationToken) is var (story, copies)
                    ? entry with
                    {
                        Story = story,
                        Copies = entry.Copies + copies - 1,
                    }
                    : entry
            );
        }

        return all;
    }

    private async Task<Briefing> SummarizeAsync(
        string? topic,
        ComposerChoice composer,
        List<FoldedReport> stories,
        CancellationToken cancellationToken
    )
    {
        if (model is null || composer == ComposerChoice.Extractive)
        {
            return new Briefing([.. stories.Select(story => Quote(story.Article, story.Copies))], null);
        }

        var entries = new BriefingEntry[stories.Count];
        ParallelOptions few = new() { MaxDegreeOfParallelism = ModelCallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, stories.Count),
            few,
            async (i, token) =>
            {
                var article = stories[i].Article;
                entries[i] = await model.SummarizeAsync(article.ToPassages(), token) is { } summary
                    ? new BriefingEntry(article.Header, stories[i].Copies, summary.Sentences, summary.Citations)
                    : Quote(article, stories[i].Copies);
            }
        );
        var digest =
            stories.Count < 2
                ? null
                : await model.DigestAsync(topic, [.. stories.Select(story => story.Article.ToPassages())], cancellationToken);
        return new Briefing(entries, digest is null ? null : new Digest(digest.Sentences, digest.Citations));
    }

    private async IAsyncEnumerable<ArticleHeader> CandidatesAsync(
        LatestRequest request,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Somewhere on earth it is tomorrow already.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().AddHours(14).DateTime);
        var last = request.Filter.NotAfter is { } limit && limit < today ? limit : today;
        var filter = request.Filter with { Window = request.Window ?? request.Filter.Window };
        if (!string.IsNullOrWhiteSpace(request.Topic))
        {
            await foreach (var header in FindAboutAsync(request.Topic, filter with { NotAfter = last }, last, cancellationToken))
            {
                yield return header;
            }

            yield break;
        }

        await foreach (var header in ListAsync(filter with { NotAfter = last }, cancellationToken))
        {
            yield return header;
        }

        if (request.Filter.NotAfter is null)
        {
            var later = new TimeWindow(last.AddDays(1), DateOnly.MaxValue);
            await foreach (
                var header in ListAsync(
                    filter with
                    {
                        Window = filter.Window is { } asked ? new TimeWindow(Max(asked.From, later.From), asked.To) : later,
                        AllowUndated = false,
                    },
                    cancellationToken
                )
            )
            {
                yield return header;
            }
        }
    }

    private async IAsyncEnumerable<ArticleHeader> ListAsync(
        CoverageFilter filter,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        const int page = 50;
        for (int offset = 0; filter.Window is not { } window || window.From <= window.To; offset += page)
        {
            var articles = await store.ListArticlesAsync(filter, offset, page, cancellationToken);
            foreach (var header in articles.Articles)
            {
                yield return header;
            }

            if (offset + page >= articles.Total)
            {
                yield break;
            }
        }
    }

    /// <summary>The articles about a topic, the newest first; what is near in meaning when none is.</summary>
    /// <exception cref="InvalidQuestionException">The topic has no word that could be looked up.</exception>
    internal async IAsyncEnumerable<ArticleHeader> FindAboutAsync(
        string topic,
        CoverageFilter filter,
        DateOnly last,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        bool any = false;
        var words = TopicWord.Read(topic);
        if (words.Count > 0)
        {
            await foreach (var header in new TopicSearch(store).FindAsync(words, filter, last, cancellationToken))
            {
                any = true;
                yield return header;
            }
        }

        // Nothing is about these very words: what is near in meaning and holds most of them may do. An acronym has no meaning to be near
        // to.
        if (!any && !words.Any(word => word.IsAcronym))
        {
            foreach (var header in await NearTopic.FindAsync(retriever, topic, filter, last, cancellationToken))
            {
                yield return header;
            }
        }
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>An article with its lead sentences, quoted and checked.</summary>
    internal static BriefingEntry Quote(StoredArticle stored, int copies)
    {
        var passages = stored.ToPassages();
        var chosen = LeadSummary.Choose(passages);
        DraftAnswer draft = new(
            ComposerKind.Extractive,
            [.. chosen.Select(c => new DraftSentence(c.Sentence.Text, [new DraftCitation(c.Passage.Id, c.Sentence.Text)], false))]
        );
        RetrievedPassages evidence = new([.. passages.Select(p => new RetrievedPassage(p, 0, 0, [], 1))], [], TimeSpan.Zero);
        var summary = CitationVerifier.Verify(draft, evidence, DateOnly.MaxValue);
        return new BriefingEntry(stored.Header, copies, summary.Sentences, summary.Citations);
    }
}
