using BriefingBot.Core.Briefings;

namespace BriefingBot.Documents;

/// <summary>The newest coverage: what <c>latest --json</c> prints and <c>GET /api/latest</c> returns.</summary>
/// <param name="Topic">The topic asked for, or null.</param>
/// <param name="Digest">What it comes to, written by the model and checked; null without a model.</param>
/// <param name="Entries">Newest first, undated ones behind them, then those whose date has not come; one entry a story.</param>
/// <param name="More">Is there more behind these entries?</param>
internal sealed record LatestDocument(string? Topic, DigestDocument? Digest, IReadOnlyList<LatestEntryDocument> Entries, bool More)
{
    /// <summary>Makes the document of a briefing.</summary>
    public static LatestDocument From(string? topic, Briefing briefing) =>
        new(
            topic,
            briefing.Digest is { } digest ? DigestDocument.From(digest) : null,
            [.. briefing.Entries.Select(LatestEntryDocument.From)],
            briefing.HasMore
        );
}
