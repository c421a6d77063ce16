using HandlebarsDotNet;

namespace BriefingBot.Core.Answering.Prompts;

/// <summary>A prompt as read from its file. Thread-safe.</summary>
public sealed class Prompt
{
    private readonly HandlebarsTemplate<object, object> _system;
    private readonly HandlebarsTemplate<object, object> _user;

    internal Prompt(
        PromptKind kind,
        string version,
        float temperature,
        HandlebarsTemplate<object, object> system,
        HandlebarsTemplate<object, object> user
    ) => (Kind, Version, Temperature, _system, _user) = (kind, version, temperature, system, user);

    /// <summary>What it is for.</summary>
    public PromptKind Kind { get; }

    /// <summary>The version that its front matter gives: recorded with every answer.</summary>
    public string Version { get; }

    /// <summary>0 to 2.</summary>
    public float Temperature { get; }

    /// <summary>Name and version: <c>answer@1</c>.</summary>
    public string Tag => $"{Kind.Name}@{Version}";

    /// <summary>
    /// Fills it in; a placeholder without a value is empty. Values are inserted as they are and never read as a template.
    /// </summary>
    public RenderedPrompt Render(IReadOnlyDictionary<string, string> values)
    {
        Dictionary<string, object> data = Kind.Allowed.ToDictionary(
            name => name,
            name => (object)values.GetValueOrDefault(name, ""),
            StringComparer.Ordinal
        );
        return new RenderedPrompt(Tag, Temperature, _system(data).Trim(), _user(data).Trim());
    }
}
