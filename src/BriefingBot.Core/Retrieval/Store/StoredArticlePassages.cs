using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>Reads the passages of one article without a search.</summary>
public static class StoredArticlePassages
{
    /// <summary>The passages in order. Their keys are their ordinals, not the store's.</summary>
    public static IReadOnlyList<StoredPassage> ToPassages(this StoredArticle stored)
    {
        var header = stored.Header;
        return
        [
            .. stored.Article.Passages.Select(p => new StoredPassage(
                p.Ordinal,
                new PassageId(header.Id, header.Revision, p.Ordinal),
                p.Kind,
                p.Start,
                stored.Article.Text[p.Start..p.End],
                header
            )),
        ];
    }
}
