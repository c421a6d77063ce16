using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>Embeds and components as Discord gives them back: with a type, and with ids counted through.</summary>
internal static class MessageParts
{
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

    private static void Number(JsonArray components, ref int next)
    {
        foreach (JsonObject component in components.OfType<JsonObject>())
        {
            component["id"] ??= next;
            next++;
            Number(component["components"] as JsonArray ?? [], ref next);
            if (component["accessory"] is JsonObject accessory)
            {
                accessory["id"] ??= next++;
            }
        }
    }
}
