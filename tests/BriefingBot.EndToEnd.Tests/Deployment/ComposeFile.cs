using BriefingBot.EndToEnd.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.EndToEnd.Tests.Deployment;

/// <summary><c>deploy/compose.yaml</c>, as far as tests read it.</summary>
internal sealed record ComposeFile(string Text, YamlMappingNode Root)
{
    public static string Folder { get; } = Path.Combine(ProjectFile.Repository, "deploy");

    public IReadOnlyDictionary<string, ComposeService> Services { get; } =
        Map(Root, "services")
            .ToDictionary(
                static entry => entry.Key,
                static entry => new ComposeService(entry.Key, (YamlMappingNode)entry.Value),
                StringComparer.Ordinal
            );

    /// <summary>Where the file of each secret is, beside the compose file.</summary>
    public IReadOnlyDictionary<string, string?> Secrets { get; } =
        Map(Root, "secrets")
            .ToDictionary(
                static entry => entry.Key,
                static entry => (((YamlMappingNode)entry.Value).Children[new YamlScalarNode("file")] as YamlScalarNode)?.Value,
                StringComparer.Ordinal
            );

    /// <summary>Reads it; a key that comes twice is an error.</summary>
    public static async Task<ComposeFile> ReadAsync(CancellationToken cancellationToken)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Folder, "compose.yaml"), cancellationToken);
        YamlStream stream = [];
        stream.Load(new StringReader(text));
        return new ComposeFile(text, (YamlMappingNode)stream.Documents.Single().RootNode);
    }

    /// <summary>What is declared at the top of the file.</summary>
    public IReadOnlyList<string> Declared(string kind) => [.. Map(Root, kind).Select(static entry => entry.Key)];

    /// <summary>The entries below a key, none when it is not there.</summary>
    internal static IEnumerable<KeyValuePair<string, YamlNode>> Map(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? ((YamlMappingNode)child).Select(static entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, entry.Value))
            : [];
}
