using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>
/// Embeds and components as Discord gives them back: with a type, with ids counted through, and with what was left out of lines and boxes.
/// </summary>
internal static class MessageParts
{
    private const int TextDisplay = 10;
    private const int Separator = 14;
    private const int Container = 17;

    public static JsonArray Embeds(JsonArray posted)
    {
        JsonArray embeds = posted.DeepClone().AsArray();
        foreach (JsonObject embed in embeds.OfType<JsonObject>())
        {
            embed["type"] = "rich";
        }

        return embeds;
    }

    public static JsonArray Components(JsonArray posted)
    {
        JsonArray components = posted.DeepClone().AsArray();
        int next = 1;
        Number(components, ref next);
        return components;
    }

    private static void Complete(JsonObject component)
    {
        switch (component["type"]?.GetValue<int>())
        {
            case Separator:
                component["spacing"] ??= 1;
                component["divider"] ??= true;
                break;
            case Container:
                component["spoiler"] ??= false;
                component.TryAdd("accent_color", null);
                break;
            default:
                break;
        }
    }

    /// <summary>The texts of components, in reading order.</summary>
    public static IEnumerable<string> Texts(JsonArray components)
    {
        foreach (JsonObject component in components.OfType<JsonObject>())
        {
            if (component["type"]?.GetValue<int>() == TextDisplay)
            {
                yield return component["content"]!.GetValue<string>();
            }

            foreach (string text in Texts(component["components"] as JsonArray ?? []))
            {
                yield return text;
            }
        }
    }

    private static void Number(JsonArray components, ref int next)
    {
        foreach (JsonObject component in components.OfType<JsonObject>())
        {
            component["id"] ??= next;
            next++;
            Complete(component);
            Number(component["components"] as JsonArray ?? [], ref next);
            if (component["accessory"] is JsonObject accessory)
            {
                accessory["id"] ??= next++;
            }
        }
    }
}
