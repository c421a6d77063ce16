using System.Text.Json;

namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>An option of a slash command, or a sub-command with options of its own.</summary>
internal sealed record InteractionOption
{
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    public int Type { get; init; }

    /// <summary>Text, a number or a truth value, by <see cref="Type"/>.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>It is being typed; only where choices are asked for.</summary>
    public bool Focused { get; init; }

    public IReadOnlyList<InteractionOption> Options
    {
        get;
        init => field = value.Present();
    } = [];
}
