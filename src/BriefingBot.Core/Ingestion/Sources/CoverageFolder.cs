using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>A folder of the coverage while it is walked.</summary>
/// <param name="FullPath">Where it lies, links resolved.</param>
/// <param name="Prefix">Its path below the root with <c>/</c> at its end; empty for the root.</param>
/// <param name="Root">The root, links resolved.</param>
/// <param name="Manifests">The manifests in it and above, the nearest first, each with the prefix of its folder.</param>
internal sealed record CoverageFolder(
    string FullPath,
    string Prefix,
    string Root,
    IReadOnlyList<(CoverageManifest Manifest, string Prefix)> Manifests
)
{
    /// <summary>The names of outlets, those that the manifests add included.</summary>
    public OutletNames Outlets { get; init; } = OutletNames.Known;

    /// <summary>The folder with a manifest of its own.</summary>
    public CoverageFolder With(CoverageManifest manifest) =>
        this with
        {
            Manifests = [(manifest, Prefix), .. Manifests],
            Outlets = manifest.Outlets.Count == 0 ? Outlets : Outlets.With(manifest.Outlets),
        };

    /// <summary>What the manifests say of a file.</summary>
    public SourceMetadata MetadataOf(string source) =>
        Manifests.Aggregate(SourceMetadata.Empty, (sum, next) => sum.Or(next.Manifest.For(source[next.Prefix.Length..])));
}
