using YamlDotNet.RepresentationModel;

namespace BriefingBot.EndToEnd.Tests.Deployment;

/// <summary>One service of the compose file.</summary>
internal sealed record ComposeService(string Name, YamlMappingNode Node)
{
    public IReadOnlyDictionary<string, string> Environment { get; } =
        ComposeFile
            .Map(Node, "environment")
            .ToDictionary(static entry => entry.Key, static entry => ((YamlScalarNode)entry.Value).Value ?? "", StringComparer.Ordinal);

    public IReadOnlyList<string> Secrets => Scalars("secrets");

    public IReadOnlyList<string> SecurityOptions => Scalars("security_opt");

    public IReadOnlyList<string> Ports => Scalars("ports");

    public IReadOnlyList<string> Networks => Scalars("networks");

    /// <summary>The volumes that have a name; folders of the machine are none.</summary>
    public IReadOnlyList<string> NamedVolumes =>
        [
            .. Items("volumes")
                .OfType<YamlScalarNode>()
                .Select(static volume => volume.Value!.Split(':')[0])
                .Where(static source => source.IndexOfAny(['/', '.', '$']) < 0),
        ];

    /// <summary>What it waits for before it starts, with the condition.</summary>
    public IReadOnlyDictionary<string, string?> WaitsFor { get; } =
        ComposeFile
            .Map(Node, "depends_on")
            .ToDictionary(static entry => entry.Key, static entry => Scalar(entry.Value, "condition"), StringComparer.Ordinal);

    /// <summary>The command of its health check, without the word that says how it is run.</summary>
    public IReadOnlyList<string> HealthCheck =>
        Child(Node, "healthcheck") is { } check
            ? [.. ((YamlSequenceNode)Child(check, "test")!).Skip(1).Select(static word => ((YamlScalarNode)word).Value!)]
            : [];

    public string? this[string key] => Scalar(Node, key);

    public string? this[string key, string inner] => Child(Node, key) is { } child ? Scalar(child, inner) : null;

    private static string? Scalar(YamlNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private IEnumerable<YamlNode> Items(string key) => Child(Node, key) as YamlSequenceNode ?? [];

    private string[] Scalars(string key) => [.. Items(key).Select(static item => ((YamlScalarNode)item).Value!)];
}
