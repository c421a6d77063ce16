using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>The allowed_mentions object.</summary>
internal static class AllowedMentionsRules
{
    public static void Check(FormErrors errors, JsonObject? mentions, bool strict)
    {
        if (mentions is null)
        {
            errors.WrongType("allowed_mentions", "dict");
            return;
        }

        errors.Known("allowed_mentions", mentions, strict, "parse", "roles", "users", "replied_user");
        string?[] parse = [.. (mentions["parse"] as JsonArray ?? []).Select(static item => item.AsString())];
        if (parse.Any(static item => item is not ("roles" or "users" or "everyone")))
        {
            errors.Choice("allowed_mentions.parse", "'users', 'roles', 'everyone'");
        }

        foreach (string list in (ReadOnlySpan<string>)["users", "roles"])
        {
            int count = (mentions[list] as JsonArray)?.Count ?? 0;
            if (count > 100)
            {
                errors.Add($"allowed_mentions.{list}", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 100 in length.");
            }
            else if (count > 0 && parse.Contains(list))
            {
                errors.Add(
                    "allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{list}\"] and {list}: [ids...] are mutually exclusive."
                );
            }
        }
    }
}
