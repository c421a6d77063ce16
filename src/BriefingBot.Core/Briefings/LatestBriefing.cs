using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings;

/// <summary>The newest coverage, all of it or of a topic, one entry a story. Thread-safe.</summary>
public sealed class LatestBriefing(ICoverageStore store, QuestionReader reader, HybridRetriever retriever)
{
    /// <summary>The most entries that one call gives.</summary>
    public const int MaxCount = 50;

    /// <summary>An article is about the topic when one of its passages with its headline holds this share of the topic's words.</summary>
    private const double TopicCoverage = 0.5;

    /// <summary>Newest first, undated last, near-identical copies once.</summary>
    /// <param name="topic">Limits to articles about it; null or blank: all.</param>
    /// <param name="count">1 to <see cref="MaxCount"/>.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidQuestionException">The topic has no word that could be looked up.</exception>
    public async Task<IReadOnlyList<BriefingEntry>> ReadAsync(string? topic, int count, CoverageFilter filter, CancellationToken cancellationToken)
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

        return [.. stories.Select(story => Summarize(story.Article, story.Copies))];
    }

    private async IAsyncEnumerable<ArticleHeader> CandidatesAsync(string? topic, CoverageFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(topic))
        {
            foreach (var header in await FindAboutAsync(topic, filter, cancellationToken))
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

    private async Task<IReadOnlyList<ArticleHeader>> FindAboutAsync(string topic, CoverageFilter filter, CancellationToken cancellationToken)
    {
        var question = reader.Read(new IncomingMessage(topic) { AsOf = filter.NotAfter, Collections = filter.Collections });
        var retrieved = await retriever.RetrieveAsync(question, cancellationToken);
        TermCoverage coverage = new(question.Terms);
        return [.. retrieved.Passages
            .Where(p => TermCoverage.Weigh(BitsOf(p, coverage), retrieved.Weights) >= TopicCoverage)
            .Select(p => p.Passage.Article)
            .DistinctBy(article => article.Id)
            .OrderByDescending(article => article.Published is not null)
            .ThenByDescending(article => article.Published)
            .ThenBy(article => article.Id.Value, StringComparer.Ordinal)];
    }

    private static ulong BitsOf(RetrievedPassage passage, TermCoverage coverage) =>
        passage.Sentences.Aggregate(coverage.Of(WordTokenizer.Tokenize(passage.Passage.Article.Title)), (bits, sentence) => bits | sentence.Terms);

    private static BriefingEntry Summarize(StoredArticle stored, int copies)
    {
        var passages = stored.ToPassages();
        var chosen = LeadSummary.Choose(passages);
        DraftAnswer draft = new(ComposerKind.Extractive, [.. chosen.Select(c => new DraftSentence(c.Sentence.Text, [new DraftCitation(c.Passage.Id, c.Sentence.Text)], false))]);
        RetrievedPassages evidence = new([.. passages.Select(p => new RetrievedPassage(p, 0, 0, [], 1))], [], TimeSpan.Zero);
        var summary = CitationVerifier.Verify(draft, evidence, DateOnly.MaxValue);
        return new BriefingEntry(stored.Header, copies, summary.Sentences, summary.Citations);
    }
}
