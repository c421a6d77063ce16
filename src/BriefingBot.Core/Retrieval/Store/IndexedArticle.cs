using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>An article ready to be stored.</summary>
/// <param name="Article">The content.</param>
/// <param name="Fingerprint">A hash over everything that made it (raw bytes, manifest entry, pipeline version, encoder): equal means
/// nothing to do.</param>
/// <param name="Passages">One for each passage of the article, in the same order.</param>
public sealed record IndexedArticle(Article Article, string Fingerprint, IReadOnlyList<IndexedPassage> Passages)
{
    /// <summary>The file, or file and place, that it was read from, relative to its root; null when that is not known.</summary>
    public string? Source { get; init; }
}
