using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>Collects the sentences of an answer to a request, each with the passage that it is quoted from. Not thread-safe.</summary>
internal sealed class RequestDraft
{
    private readonly List<DraftSentence> _sentences = [];
    private readonly List<StoredPassage> _passages = [];

    /// <summary>How many sentences there are.</summary>
    public int Count => _sentences.Count;

    /// <summary>Adds a sentence of an article.</summary>
    /// <param name="quote">The sentence; null adds nothing.</param>
    /// <param name="label">What stands before it, from the store's records.</param>
    public void Add(StoryQuote? quote, string? label)
    {
        if (quote is null)
        {
            return;
        }

        _sentences.Add(new DraftSentence(quote.Text, [new DraftCitation(quote.Passage.Id, quote.Text)], true) { Label = label });
        if (!_passages.Any(passage => passage.Id == quote.Passage.Id))
        {
            _passages.Add(quote.Passage);
        }
    }

    /// <summary>Adds the headlines of articles, each with its day.</summary>
    public async Task AddHeadlinesAsync(
        ICoverageStore store,
        IEnumerable<ArticleHeader> articles,
        Func<ArticleHeader, string?> label,
        CancellationToken cancellationToken
    )
    {
        foreach (var header in articles)
        {
            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is { } article)
            {
                Add(StoryQuote.OfHeadline(article.ToPassages()), label(header));
            }
        }
    }

    /// <summary>The answer.</summary>
    public RequestAnswer ToAnswer(string? statement) =>
        new(
            statement,
            _sentences,
            new RetrievedPassages(
                [.. _passages.Select(passage => new RetrievedPassage(passage, 0, 0, SentenceReader.Read(passage), 1))],
                [],
                TimeSpan.Zero
            )
        );

    /// <summary>The day of an article as a label: <c>June 21, 2024</c>, <c>Undated</c>.</summary>
    public static string DayOf(ArticleHeader article) => article.Published is { } date ? ReadableDate.Of(date.Day) : "Undated";
}
