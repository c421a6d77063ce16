using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Text;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>
/// A <c>coverage.yaml</c>: says of the articles in its folder and below what their texts lack. The text itself wins, then the manifest
/// nearest to the file, an entry of a file before <c>defaults</c>. All fields may be missing.
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
/// outlets:                      # names, with other spellings and hosts
///   The Daily Example: [Daily Example, dailyexample.com]
/// </code>
/// </summary>
internal sealed class CoverageManifest
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "coverage.yaml";

    private readonly SourceMetadata _defaults;
    private readonly Dictionary<string, SourceMetadata> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private readonly List<(string Name, IReadOnlyList<string> Spellings)> _outlets = [];

    private CoverageManifest(SourceMetadata defaults) => _defaults = defaults;

    /// <summary>What it says of a file, given by its path below the manifest with <c>/</c>.</summary>
    public SourceMetadata For(string path)
    {
        if (!_files.TryGetValue(path, out var entry))
        {
            return _defaults;
        }

        _matched.Add(path);
        return entry.Or(_defaults);
    }

    /// <summary>Outlets with their other spellings and hosts.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Spellings)> Outlets => _outlets;

    /// <summary>Fields that nobody reads, as they stand in it: one line each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The entries that no file has asked for.</summary>
    public IEnumerable<string> Unmatched() => _files.Keys.Where(path => !_matched.Contains(path)).Order(StringComparer.Ordinal);

    /// <summary>Reads a manifest from its file.</summary>
    /// <exception cref="SourceException">It is malformed, too large, or no regular file.</exception>
    public static CoverageManifest Read(string path)
    {
        long length = new FileInfo(path).Length;
        return length > YamlMapping.MaxChars
                ? throw new SourceException($"huge: {length / 1048576.0:F1} MB, at most {YamlMapping.MaxChars / 1048576} MB are read.")
            : length == 0 ? new CoverageManifest(SourceMetadata.Empty)
            : Parse(DecodedText.Decode(File.ReadAllBytes(path)).Text);
    }

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
            if ((key as YamlScalarNode)?.Value?.ToLowerInvariant() is not ("defaults" or "files" or "outlets"))
            {
                throw new SourceException(
                    $"malformed manifest on line {YamlMapping.LineOf(key)}: '{key}' is not one of 'defaults', 'files' and 'outlets'."
                );
            }
        }

        var general = Mapping(root, "defaults");
        var manifest = new CoverageManifest(general is null ? SourceMetadata.Empty : YamlFields.Read(general));
        manifest.WarnOfUnknown("defaults", general);
        foreach (var (key, value) in Mapping(root, "files") ?? new YamlMappingNode())
        {
            if (value is YamlMappingNode fields)
            {
                manifest._files[NormalPath(key.ToString())] = YamlFields.Read(fields);
                manifest.WarnOfUnknown(key.ToString(), fields);
                continue;
            }

            throw new SourceException(
                $"malformed manifest on line {YamlMapping.LineOf(value)}: '{key}' needs lines of 'name: value' below it."
            );
        }

        foreach (var (name, spellings) in Mapping(root, "outlets") ?? new YamlMappingNode())
        {
            manifest._outlets.Add(
                (
                    name.ToString(),
                    [
                        .. (spellings is YamlSequenceNode list ? list.Children : [spellings])
                            .OfType<YamlScalarNode>()
                            .Select(spelling => spelling.Value)
                            .OfType<string>(),
                    ]
                )
            );
        }

        return manifest;
    }

    private void WarnOfUnknown(string entry, YamlMappingNode? fields)
    {
        foreach (var key in fields?.Children.Keys ?? [])
        {
            if (FieldNames.Of((key as YamlScalarNode)?.Value ?? "").Field == ArticleField.None)
            {
                _warnings.Add($"'{key}' below '{entry}' is not a field that is read; perhaps one of {FieldNames.Known} was meant.");
            }
        }
    }

    private static YamlMappingNode? Mapping(YamlMappingNode root, string key) =>
        YamlMapping.Find(root, key) switch
        {
            null or YamlScalarNode { Value: null or "" } => null,
            YamlMappingNode mapping => mapping,
            { } other => throw new SourceException(
                $"malformed manifest on line {YamlMapping.LineOf(other)}: '{key}' needs lines of 'name: value' below it."
            ),
        };

    private static string NormalPath(string path)
    {
        path = path.Replace('\\', '/');
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }
}
