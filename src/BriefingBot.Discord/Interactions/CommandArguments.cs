using System.Text.Json;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>The options that a command was called with.</summary>
internal sealed class CommandArguments(IReadOnlyList<InteractionOption> options)
{
    /// <summary>A text; null when it was left out.</summary>
    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? Read(value) : null;

    /// <summary>A whole number; null when it was left out.</summary>
    public int? Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number) ? number : null;

    /// <summary>Yes or no; null when it was left out.</summary>
    public bool? Flag(string name) =>
        Find(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static string? Read(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Escapes that stand for no characters.
            return null;
        }
    }

    private JsonElement? Find(string name) => options.FirstOrDefault(option => option.Name == name)?.Value;
}
