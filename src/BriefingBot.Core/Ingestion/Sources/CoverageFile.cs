namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>A file of the coverage.</summary>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Source">Its path below the coverage root, with <c>/</c>: how reports name it.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Manifest">What the manifests beside and above it say of it.</param>
internal sealed record CoverageFile(string FullPath, string Source, SourceFormat Format, SourceMetadata Manifest)
{
    /// <summary>The name of the article that it holds: its path without the extension.</summary>
    public string Name => Source[..^Path.GetExtension(Source).Length];
}
