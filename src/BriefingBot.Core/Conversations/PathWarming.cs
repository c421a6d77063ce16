using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Questions.Sources;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Conversations;

/// <summary>
/// Goes the way of a question before anybody asks, so that the first who does need not wait for what is made on first use. Nothing is
/// recorded, counted or shown, and no language model is asked. Thread-safe.
/// </summary>
public sealed class PathWarming(QuestionReader reader, HybridRetriever retriever, ExtractiveComposer composer, ICoverageStore store)
{
    /// <summary>Of every kind that is read and answered in its own way.</summary>
    private static readonly string[] Openings =
    [
        "What is known about",
        "Who said",
        "When was",
        "Where was",
        "How many",
        "Why did",
        "Which country is named in",
        "Did anybody confirm",
        "How much was spent on",
        "Who is",
        "What percentage of",
        "How long was",
        "According to the report, what is",
        "Which company is behind",
        "How old is",
        "What happened last week in",
        "What did officials say about",
        "When will",
    ];

    // By then most words of the coverage have been met: what is remembered of a word is made here and not while somebody waits.
    private const int ArticlesRead = 300;

    // What is planted is searched for in headlines, and in passages that were stored before it was kept with them.
    private const int ArticlesSearched = 10;

    /// <summary>Asks about the newest articles, and reads more of them; nothing when there are none.</summary>
    /// <returns>How many questions were asked.</returns>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    /// <exception cref="Retrieval.Encoding.EncoderException">The encoder failed.</exception>
    public async Task<int> WarmAsync(CancellationToken cancellationToken)
    {
        var newest = await store.ListArticlesAsync(CoverageFilter.None, 0, ArticlesRead, cancellationToken);
        int asked = 0;
        foreach (var (article, opening) in newest.Articles.Zip(Openings))
        {
            try
            {
                var question = reader.Read(new IncomingMessage($"{opening} {article.Title}?"));
                var retrieved = await retriever.RetrieveAsync(question, cancellationToken);
                var draft = composer.Compose(retrieved.Read ?? question, retrieved);
                _ = CitationVerifier.Verify(draft, retrieved, question.AsOf);
                asked++;
            }
            catch (InvalidQuestionException)
            {
                // A headline too long for a question, or without a word: the next will do.
            }
        }

        _ = SourceNames.Of(await store.GetCreditsAsync(cancellationToken));
        int read = 0;
        foreach (var article in newest.Articles)
        {
            await ReadAsync(article, isSearched: read++ < ArticlesSearched, cancellationToken);
        }

        // What was loaded at start is moved together once: now, and not while somebody waits.
        GC.Collect();

        return asked;
    }

    private async Task ReadAsync(ArticleHeader header, bool isSearched, CancellationToken cancellationToken)
    {
        var article = await store.FindArticleAsync(header.Id, header.Revision, cancellationToken);
        foreach (var passage in article?.ToPassages() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ = SentenceReader.Read(passage);
            if (isSearched)
            {
                _ = PlantedInstructions.Search(passage.Text);
            }
        }
    }
}
