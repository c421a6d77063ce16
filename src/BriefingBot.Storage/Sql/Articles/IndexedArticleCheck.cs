using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Refuses an article whose parts do not fit together before anything is written.</summary>
internal static class IndexedArticleCheck
{
    /// <summary>Checks the passages against the text and the vectors against the encoder.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static void Check(IndexedArticle indexed, EncoderIdentity encoder)
    {
        var article = indexed.Article;
        if (article.Id.Value.Length == 0)
        {
            throw new ArgumentException("The article has no id.", nameof(indexed));
        }

        if (!indexed.Passages.Select(p => p.Passage).SequenceEqual(article.Passages))
        {
            throw new ArgumentException($"The indexed passages of '{article.Id}' are not those of the article.", nameof(indexed));
        }

        for (int i = 0; i < indexed.Passages.Count; i++)
        {
            var (passage, vector, _) = indexed.Passages[i];
            if (passage.Ordinal != i || passage.Start < 0 || passage.End <= passage.Start || passage.End > article.Text.Length)
            {
                throw new ArgumentException($"Passage {i} of '{article.Id}' does not lie in its text.", nameof(indexed));
            }

            if (!vector.IsEmpty && vector.Length != encoder.Dimensions)
            {
                throw new ArgumentException(
                    $"Passage {i} of '{article.Id}' has {vector.Length} dimensions, not the {encoder.Dimensions} of {encoder.Name}.",
                    nameof(indexed)
                );
            }
        }
    }
}
