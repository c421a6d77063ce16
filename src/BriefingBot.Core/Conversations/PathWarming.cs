using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations;

/// <summary>
/// Goes the way of a question before anybody asks, so that the first who does need not wait for what is made on first use. Nothing is
/// recorded, counted or shown, and no language model is asked. Thread-safe.
/// </summary>
public sealed class PathWarming(QuestionReader reader, HybridRetriever retriever, ExtractiveComposer composer, ICoverageStore store)
{
    /// <summary>Of every kind that is read and answered in its own way.</summary>
    private static readonly string[] Openings = ["What is known about", "Who said", "When was", "Where was", "How many", "Why did"];

    /// <summary>Asks about the newest articles; nothing when there are none.</summary>
    /// <returns>How many questions were asked.</returns>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    /// <exception cref="Retrieval.Encoding.EncoderException">The encoder failed.</exception>
    public async Task<int> WarmAsync(CancellationToken cancellationToken)
    {
        var newest = await store.ListArticlesAsync(CoverageFilter.None, 0, Openings.Length, cancellationToken);
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

        return asked;
    }
}
