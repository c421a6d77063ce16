using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Briefings;

/// <summary>
/// Folds a stream of articles into one entry a story: reports of a story that is listed count as told, near-identical texts as copies of
/// the first. Not thread-safe.
/// </summary>
/// <param name="store">The coverage.</param>
/// <param name="stories">Which reports are of one event.</param>
/// <param name="wanted">How many entries are wanted.</param>
internal sealed class StoryFold(ICoverageStore store, StoryLookup stories, int wanted)
{
    private readonly List<FoldedReport> _entries = [];
    private readonly HashSet<StoryId> _listed = [];

    /// <summary>What was taken so far, in the order it came.</summary>
    public IReadOnlyList<FoldedReport> Entries => _entries;

    /// <summary>Takes the next article.</summary>
    /// <param name="header">The article.</param>
    /// <param name="revision">Which of its revisions; null: the latest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>False when it would be one entry more than wanted; it is not taken then, and there is more to see.</returns>
    public async Task<bool> TryAddAsync(ArticleHeader header, int? revision, CancellationToken cancellationToken)
    {
        var story = await stories.FindAsync(header.Id, cancellationToken);
        if (
            (story is { } known && _listed.Contains(known))
            || await store.FindArticleAsync(header.Id, revision, cancellationToken) is not { } article
        )
        {
            return true;
        }

        var text = StoryLookup.TextOf(article);
        int same = _entries.FindIndex(entry => entry.Text.IsCopyOf(text));
        if (same < 0 && _entries.Count == wanted)
        {
            return false;
        }

        if (story is { } id)
        {
            _listed.Add(id);
        }

        if (same >= 0)
        {
            _entries[same] = _entries[same] with { Copies = _entries[same].Copies + 1 };
        }
        else
        {
            _entries.Add(new FoldedReport(article, text, 1, story));
        }

        return true;
    }
}
