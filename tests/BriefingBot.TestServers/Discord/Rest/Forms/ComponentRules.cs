using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>Rows, buttons and selects of legacy messages, and the components V2 that stand in place of content.</summary>
internal static class ComponentRules
{
    private const int MaxV2Text = 4000;
    private const int MaxV2Components = 40;

    public static void Check(FormErrors errors, JsonArray components, bool isV2, bool strict)
    {
        HashSet<string> customIds = new(StringComparer.Ordinal);
        if (!isV2 && components.Count > 5)
        {
            errors.Add("components", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 5 in length.");
        }

        int count = 0;
        int text = 0;
        for (int index = 0; index < components.Count; index++)
        {
            Check(
                errors,
                $"components.{index}",
                components[index] as JsonObject,
                ComponentNesting.TopLevel(isV2),
                strict,
                customIds,
                ref count,
                ref text
            );
        }

        if (isV2 && count > MaxV2Components)
        {
            errors.Add("components", "COMPONENTS_MAX_COUNT_EXCEEDED", $"Must be {MaxV2Components} or fewer components in total.");
        }

        if (text > MaxV2Text)
        {
            errors.Add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", $"Displayable text exceeds maximum size of {MaxV2Text}.");
        }
    }

    private static void Check(
        FormErrors errors,
        string path,
        JsonObject? component,
        ReadOnlySpan<ComponentType> allowed,
        bool strict,
        HashSet<string> customIds,
        ref int count,
        ref int text
    )
    {
        count++;
        ComponentType type = (ComponentType)(component?["type"].AsInt() ?? 0);
        if (component is null || !allowed.Contains(type))
        {
            string types = string.Join(", ", allowed.ToArray().Select(static item => (int)item));
            errors.Add($"{path}.type", "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({types},).");
            return;
        }

        switch (type)
        {
            case ComponentType.Button:
                CheckButton(errors, path, component, strict, customIds);
                break;
            case ComponentType.StringSelect
            or ComponentType.UserSelect
            or ComponentType.RoleSelect
            or ComponentType.MentionableSelect
            or ComponentType.ChannelSelect:
                CheckSelect(errors, path, component, type, customIds);
                break;
            default:
                LayoutRules.Check(errors, path, component, type, strict);
                break;
        }

        text += type == ComponentType.TextDisplay ? component["content"].AsString()?.Length ?? 0 : 0;
        JsonArray children = component["components"] as JsonArray ?? [];
        for (int index = 0; index < children.Count; index++)
        {
            Check(
                errors,
                $"{path}.components.{index}",
                children[index] as JsonObject,
                ComponentNesting.Within(type),
                strict,
                customIds,
                ref count,
                ref text
            );
        }

        if (component["accessory"] is JsonObject accessory)
        {
            Check(errors, $"{path}.accessory", accessory, ComponentNesting.Accessories, strict, customIds, ref count, ref text);
        }
    }

    private static void CheckButton(FormErrors errors, string path, JsonObject button, bool strict, HashSet<string> customIds)
    {
        errors.Known(path, button, strict, "type", "id", "style", "label", "emoji", "custom_id", "sku_id", "url", "disabled");
        int style = button["style"].AsInt() ?? 0;
        if (style is < 1 or > 6)
        {
            errors.Choice($"{path}.style", "1, 2, 3, 4, 5, 6");
        }

        errors.Length($"{path}.label", button["label"], 0, 80);
        if (style == 5)
        {
            errors.Length($"{path}.url", button["url"], 1, 512);
            errors.HttpUrl($"{path}.url", button["url"]);
        }
        else if (style is >= 1 and <= 4)
        {
            CheckCustomId(errors, path, button, customIds);
            if (button["url"] is not null)
            {
                errors.Add(
                    $"{path}.url",
                    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                    "A custom id and url cannot both be specified"
                );
            }
        }

        if (button["label"] is null && button["emoji"] is null && style != 6)
        {
            errors.Add(path, "BUTTON_COMPONENT_INVALID_EMOJI", "A button needs a label or an emoji.");
        }
    }

    private static void CheckSelect(FormErrors errors, string path, JsonObject select, ComponentType type, HashSet<string> customIds)
    {
        CheckCustomId(errors, path, select, customIds);
        errors.Length($"{path}.placeholder", select["placeholder"], 0, 150);
        JsonArray options = select["options"] as JsonArray ?? [];
        if (type == ComponentType.StringSelect && options.Count is 0 or > 25)
        {
            errors.Add($"{path}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
        }

        for (int index = 0; index < options.Count; index++)
        {
            errors.Length($"{path}.options.{index}.label", options[index]?["label"], 1, 100);
            errors.Length($"{path}.options.{index}.value", options[index]?["value"], 1, 100);
            errors.Length($"{path}.options.{index}.description", options[index]?["description"], 0, 100);
        }
    }

    private static void CheckCustomId(FormErrors errors, string path, JsonObject component, HashSet<string> customIds)
    {
        errors.Length($"{path}.custom_id", component["custom_id"], 1, 100);
        if (component["custom_id"].AsString() is { } id && !customIds.Add(id))
        {
            errors.Add($"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}
