using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>What holds other components or shows something: rows, boxes, texts, lines, pictures.</summary>
internal static class LayoutRules
{
    private const int MaxText = 4000;
    private const int MaxColor = 0xFFFFFF;

    public static void Check(FormErrors errors, string path, JsonObject component, ComponentType type, bool strict)
    {
        int children = (component["components"] as JsonArray)?.Count ?? 0;
        switch (type)
        {
            case ComponentType.ActionRow:
                CheckRow(errors, path, component, strict);
                break;
            case ComponentType.TextDisplay:
                errors.Known(path, component, strict, "type", "id", "content");
                errors.Length($"{path}.content", component["content"], 1, MaxText);
                break;
            case ComponentType.Separator:
                errors.Known(path, component, strict, "type", "id", "divider", "spacing");
                CheckNumber(errors, $"{path}.spacing", component["spacing"], 1, 2);
                break;
            case ComponentType.Container:
                errors.Known(path, component, strict, "type", "id", "components", "accent_color", "spoiler");
                CheckNumber(errors, $"{path}.accent_color", component["accent_color"], 0, MaxColor);
                CheckCount(errors, $"{path}.components", children, 1, 40);
                break;
            case ComponentType.Section:
                errors.Known(path, component, strict, "type", "id", "components", "accessory");
                CheckCount(errors, $"{path}.components", children, 1, 3);
                if (component["accessory"] is not JsonObject)
                {
                    errors.Required($"{path}.accessory");
                }

                break;
            case ComponentType.MediaGallery:
                errors.Known(path, component, strict, "type", "id", "items");
                CheckCount(errors, $"{path}.items", (component["items"] as JsonArray)?.Count ?? 0, 1, 10);
                break;
            default:
                break;
        }
    }

    private static void CheckRow(FormErrors errors, string path, JsonObject row, bool strict)
    {
        errors.Known(path, row, strict, "type", "id", "components");
        JsonArray children = row["components"] as JsonArray ?? [];
        bool hasSelect = children.Any(static child => child?["type"].AsInt() is >= 3 and <= 8);
        if (children.Count == 0 || children.Count > (hasSelect ? 1 : 5))
        {
            errors.Add($"{path}.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length, and a select stands alone.");
        }
    }

    private static void CheckCount(FormErrors errors, string path, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            errors.Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        }
    }

    private static void CheckNumber(FormErrors errors, string path, JsonNode? value, int least, int most)
    {
        if (value is not null && (value.AsInt() is not { } number || number < least || number > most))
        {
            errors.Choice(path, $"{least} to {most}");
        }
    }
}
