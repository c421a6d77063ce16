using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>Limits of embeds, the sum of 6000 over all of them included.</summary>
internal static class EmbedRules
{
    private const int MaxSum = 6000;

    public static void Check(FormErrors errors, JsonArray embeds, bool strict)
    {
        if (embeds.Count > 10)
        {
            errors.Add("embeds", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 10 in length.");
        }

        int sum = 0;
        for (int index = 0; index < embeds.Count; index++)
        {
            if (embeds[index] is JsonObject embed)
            {
                Check(errors, $"embeds.{index}", embed, strict);
                sum += Texts(embed).Sum(static text => text.Trim().Length);
            }
            else
            {
                errors.WrongType($"embeds.{index}", "dict");
            }
        }

        if (sum > MaxSum)
        {
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxSum}");
        }
    }

    private static void Check(FormErrors errors, string path, JsonObject embed, bool strict)
    {
        errors.Known(
            path,
            embed,
            strict,
            "title",
            "type",
            "description",
            "url",
            "timestamp",
            "color",
            "footer",
            "image",
            "thumbnail",
            "video",
            "provider",
            "author",
            "fields"
        );
        errors.Length($"{path}.title", embed["title"], 0, 256);
        errors.Length($"{path}.description", embed["description"], 0, 4096);
        errors.HttpUrl($"{path}.url", embed["url"]);
        if (embed["color"] is { } color && color.AsInt() is not (>= 0 and <= 0xFFFFFF))
        {
            errors.Add($"{path}.color", "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
        }

        if (embed["timestamp"] is { } time && !DateTimeOffset.TryParse(time.AsString(), out _))
        {
            errors.Add($"{path}.timestamp", "DATE_TIME_TYPE_PARSE", "Could not parse it. Should be ISO8601.");
        }

        if (embed["footer"] is JsonObject footer)
        {
            errors.Known($"{path}.footer", footer, strict, "text", "icon_url", "proxy_icon_url");
            errors.Length($"{path}.footer.text", footer["text"], 1, 2048);
        }

        if (embed["author"] is JsonObject author)
        {
            errors.Known($"{path}.author", author, strict, "name", "url", "icon_url", "proxy_icon_url");
            errors.Length($"{path}.author.name", author["name"], 1, 256);
            errors.HttpUrl($"{path}.author.url", author["url"]);
        }

        JsonArray fields = embed["fields"] as JsonArray ?? [];
        if (fields.Count > 25)
        {
            errors.Add($"{path}.fields", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 25 in length.");
        }

        for (int index = 0; index < fields.Count; index++)
        {
            if (fields[index] is JsonObject field)
            {
                errors.Known($"{path}.fields.{index}", field, strict, "name", "value", "inline");
                errors.Length($"{path}.fields.{index}.name", field["name"], 1, 256);
                errors.Length($"{path}.fields.{index}.value", field["value"], 1, 1024);
            }
        }

        // An embed with nothing to show is refused, an image or a colour alone is not.
        if (
            !Texts(embed).Any(static text => text.Trim().Length > 0)
            && embed["image"] is null
            && embed["thumbnail"] is null
            && embed["url"] is null
        )
        {
            errors.Required($"{path}.description");
        }
    }

    private static IEnumerable<string> Texts(JsonObject embed)
    {
        IEnumerable<JsonNode?> parts =
        [
            embed["title"],
            embed["description"],
            (embed["footer"] as JsonObject)?["text"],
            (embed["author"] as JsonObject)?["name"],
            .. (embed["fields"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .SelectMany(static field => (JsonNode?[])[field["name"], field["value"]]),
        ];
        return parts.Select(static part => part.AsString()).OfType<string>();
    }
}
