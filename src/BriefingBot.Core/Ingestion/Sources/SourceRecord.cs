using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>One article as it lies in the coverage, not yet parsed.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Source">The file, or file and line or place.</param>
/// <param name="File">The file that holds it.</param>
/// <param name="Content">Its raw bytes: the whole file, or the line.</param>
/// <param name="Fingerprint">A hash over everything that makes the article.</param>
internal sealed record SourceRecord(ArticleId Id, string Source, CoverageFile File, ReadOnlyMemory<byte> Content, string Fingerprint)
{
    /// <summary>The article, when reading the file has understood it already.</summary>
    public SourceDocument? Document { get; init; }
}
