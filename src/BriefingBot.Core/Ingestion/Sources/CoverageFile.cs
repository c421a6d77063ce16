using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>A file of the coverage.</summary>
/// <param name="FullPath">Where it lies, links resolved.</param>
/// <param name="Source">Its path below the coverage root, with <c>/</c>: how reports name it.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Manifest">What the manifests beside and above it say of it.</param>
internal sealed record CoverageFile(string FullPath, string Source, SourceFormat Format, SourceMetadata Manifest)
{
    /// <summary>What reads it when its format takes a library.</summary>
    public IDocumentFormat? Reader { get; init; }

    /// <summary>Is it compressed (.gz)?</summary>
    public bool IsCompressed { get; init; }

    /// <summary>The names of outlets, those that its manifests add included.</summary>
    public OutletNames Outlets { get; init; } = OutletNames.Known;

    /// <summary>The root it was found below, links resolved; empty for a file that was named itself.</summary>
    public string Root { get; init; } = "";

    /// <summary>The name of the article that it holds: its path without the extension.</summary>
    public string Name => WithoutExtension(Source);

    /// <summary>Does it hold any number of articles, each with a name of its own?</summary>
    public bool HoldsMany => Format is SourceFormat.JsonLines or SourceFormat.Json or SourceFormat.Collection;

    private string WithoutExtension(string path)
    {
        path = IsCompressed ? path[..^Path.GetExtension(path).Length] : path;
        return path[..^Path.GetExtension(path).Length];
    }
}
