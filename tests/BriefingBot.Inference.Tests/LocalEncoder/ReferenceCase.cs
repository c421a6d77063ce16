using System.Text.Json;

namespace BriefingBot.Inference.Tests.LocalEncoder;

/// <summary>What the reference implementation of the model makes of a text.</summary>
public sealed record ReferenceCase(string Text, int[] Tokens, float[] Vector)
{
    /// <summary>Reads a file of cases.</summary>
    public static IReadOnlyList<ReferenceCase> Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<ReferenceFile>(stream, JsonSerializerOptions.Web)!.Cases;
    }

    /// <summary>The few that are part of the tests.</summary>
    public static IReadOnlyList<ReferenceCase> Fixture { get; } =
        Read(Path.Combine(AppContext.BaseDirectory, "LocalEncoder", "Fixtures", "use-lite-reference.json"));

    private sealed record ReferenceFile(IReadOnlyList<ReferenceCase> Cases);
}
