using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Corrections;

/// <summary>Says of each article that an old answer cites whether it still stands. Thread-safe.</summary>
public sealed class CitedSources(ICoverageStore store)
{
    /// <summary>One state for each cited article, in the order of the citations.</summary>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<IReadOnlyList<SourceState>> CheckAsync(IReadOnlyList<Citation> citations, CancellationToken cancellationToken)
    {
        List<SourceState> states = [];
        foreach (var source in citations.GroupBy(static citation => citation.Passage.Article))
        {
            states.Add(await CheckAsync(source.Key, [.. source], cancellationToken));
        }

        return states;
    }

    private async Task<SourceState> CheckAsync(ArticleId id, IReadOnlyList<Citation> citations, CancellationToken cancellationToken)
    {
        int revision = citations.Min(static citation => citation.Passage.Revision);
        var cited = await store.FindArticleAsync(id, revision, cancellationToken);
        if (cited is null)
        {
            return new SourceState(id, SourceStateKind.Gone, revision, revision);
        }

        if (cited.IsCurrent)
        {
            return new SourceState(id, SourceStateKind.Unchanged, revision, revision);
        }

        if (await store.FindArticleAsync(id, null, cancellationToken) is not { IsCurrent: true } now)
        {
            return new SourceState(id, SourceStateKind.Withdrawn, revision, revision);
        }

        var kind =
            CorrectionFinder.FindChanged(cited.Article, citations, now.Article, cancellationToken).Count > 0 ? SourceStateKind.QuotesChanged
            : CorrectionFinder.FindNote(cited.Article, now.Article) is not null ? SourceStateKind.Corrected
            : SourceStateKind.QuotesStand;
        return new SourceState(id, kind, revision, now.Revision);
    }
}
