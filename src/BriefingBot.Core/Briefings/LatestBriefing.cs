using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings;

/// <summary>The newest coverage, all of it or of a topic, one entry a story. Thread-safe.</summary>
/// <param name="store">The coverage.</param>
/// <param name="retriever">Finds what is about a topic.</param>
/// <param name="clock">Says what day it is.</param>
/// <param name="model">Writes summaries and the digest; null: articles are quoted and there is no digest.</param>
public sealed class LatestBriefing(ICoverageStore store, HybridRetriever retriever, TimeProvider clock, ModelSummarizer? model = null)
{
    /// <summary>The most entries that one call gives.</summary>
    public const int MaxCount = 50;

    private const int ModelCallsAtOnce = 4;

    /// <summary>Newest first, undated last, near-identical copies once.</summary>
    /// <param name="topic">Limits to articles about it; null or blank: all.</param>
    /// <param name="count">1 to <see cref="MaxCount"/>.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="composer">Who shall write the summaries.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidQuestionException">The topic has no word that could be looked up.</exception>
    public async Task<Briefing> ReadAsync(string? topic, int count, CoverageFilter filter, ComposerChoice composer, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        List<(StoredArticle Article, NearCopies Text, int Copies)> stories = [];
        await foreach (var header in CandidatesAsync(topic, filter, cancellationToken))
        {
            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is not { } article)
            {
                continue;
            }

            NearCopies text = new(WordTokenizer.Tokenize(article.Article.Text));
            int same = stories.FindIndex(story => story.Text.IsCopyOf(text));
            if (same >= 0)
            {
                stories[same] = stories[same] with { Copies = stories[same].Copies + 1 };
            }
            else if (stories.Count == count)
            {
                break;
            }
            else
            {
                stories.Add((article, text, 1));
            }
        }

        return await SummarizeAsync(topic, composer, [.. stories.Select(story => (story.Article, story.Copies))], cancellationToken);
    }

    private async Task<Briefing> SummarizeAsync(string? topic, ComposerChoice composer, IReadOnlyList<(StoredArticle Article, int Copies)> stories, CancellationToken cancellationToken)
    {
        if (model is null || composer == ComposerChoice.Extractive)
        {
            return new Briefing([.. stories.Select(story => Quote(story.Article, story.Copies))], null);
        }

        var entries = new BriefingEntry[stories.Count];
        ParallelOptions few = new() { MaxDegreeOfParallelism = ModelCallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, stories.Count), few, async (i, token) =>
        {
            var (article, copies) = stories[i];
            entries[i] = await model.SummarizeAsync(article.ToPassages(), token) is { } summary
                ? new BriefingEntry(article.Header, copies, summary.Sentences, summary.Citations)
                : Quote(article, copies);
        });
        var digest = stories.Count < 2 ? null : await model.DigestAsync(topic, [.. stories.Select(story => story.Article.ToPassages())], cancellationToken);
        return new Briefing(entries, digest is null ? null : new Digest(digest.Sentences, digest.Citations));
    }

    private async IAsyncEnumerable<ArticleHeader> CandidatesAsync(string? topic, CoverageFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(topic))
        {
            foreach (var header in await NearTopic.FindAsync(retriever, topic, filter, filter.NotAfter ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime), cancellationToken))
            {
                yield return header;
            }

            yield break;
        }

        const int page = 50;
        for (int offset = 0; ; offset += page)
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

    private static BriefingEntry Quote(StoredArticle stored, int copies)
    {
        var passages = stored.ToPassages();
        var chosen = LeadSummary.Choose(passages);
        DraftAnswer draft = new(ComposerKind.Extractive, [.. chosen.Select(c => new DraftSentence(c.Sentence.Text, [new DraftCitation(c.Passage.Id, c.Sentence.Text)], false))]);
        RetrievedPassages evidence = new([.. passages.Select(p => new RetrievedPassage(p, 0, 0, [], 1))], [], TimeSpan.Zero);
        var summary = CitationVerifier.Verify(draft, evidence, DateOnly.MaxValue);
        return new BriefingEntry(stored.Header, copies, summary.Sentences, summary.Citations);
    }
}
