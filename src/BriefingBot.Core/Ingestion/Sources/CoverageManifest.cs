using BriefingBot.Core.Text;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// A <c>coverage.yaml</c>: says of the articles in its folder and below what their texts lack. The text itself wins, then the manifest nearest to
/// the file, an entry of a file before <c>defaults</c>. All fields may be missing.
/// <code>
/// defaults:
///   outlet: The Daily Example
///   collection: politics
/// files:
///   2024/summit.txt:            # the path below the manifest; for a .jsonl it holds for every record
///     title: Ministers meet
///     byline: Jane Doe
///     published: 2024-02-23T13:25+09:00
///     updated: 2024-02-24
///     url: https://example.com/summit
/// </code>
/// </summary>
internal sealed class CoverageManifest
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "coverage.yaml";

    private readonly SourceMetadata _defaults;
    private readonly Dictionary<string, SourceMetadata> _files = new(StringComparer.Ordinal);

    private CoverageManifest(SourceMetadata defaults) => _defaults = defaults;

    /// <summary>What it says of a file, given by its path below the manifest with <c>/</c>.</summary>
    public SourceMetadata For(string path) => _files.TryGetValue(path, out var entry) ? entry.Or(_defaults) : _defaults;

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="SourceException">It is malformed; the message names the line.</exception>
    public static CoverageManifest Parse(string yaml)
    {
        var root = YamlFields.Load(yaml, firstLine: 1);
        if (root is null)
        {
            return new CoverageManifest(SourceMetadata.Empty);
        }

        foreach (var key in root.Children.Keys)
        {
            if ((key as YamlScalarNode)?.Value?.ToLowerInvariant() is not ("defaults" or "files"))
            {
                throw new SourceException($"malformed manifest in line {key.Start.Line}: '{key}' is neither 'defaults' nor 'files'.");
            }
        }

        var manifest = new CoverageManifest(Mapping(root, "defaults") is { } defaults ? YamlFields.Read(defaults) : SourceMetadata.Empty);
        foreach (var (key, value) in Mapping(root, "files") ?? new YamlMappingNode())
        {
            manifest._files[NormalPath(key.ToString())] = value is YamlMappingNode fields
                ? YamlFields.Read(fields)
                : throw new SourceException($"malformed manifest in line {value.Start.Line}: '{key}' needs lines of 'name: value' below it.");
        }

        return manifest;
    }

    private static YamlMappingNode? Mapping(YamlMappingNode root, string key) => YamlMapping.Find(root, key) switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlMappingNode mapping => mapping,
        { } other => throw new SourceException($"malformed manifest in line {other.Start.Line}: '{key}' needs lines of 'name: value' below it."),
    };

    private static string NormalPath(string path)
    {
        path = path.Replace('\\', '/');
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }
}
