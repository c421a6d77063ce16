using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.TestServers.Discord.Interactions;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>Names, descriptions, options and counts of application commands.</summary>
internal static partial class CommandRules
{
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;
    private const int MaxOptions = 25;
    private const int MaxSum = 8000;

    public static void Check(FormErrors errors, JsonArray commands, bool strict)
    {
        foreach (
            (CommandType type, int most) in ((CommandType, int)[])
                [(CommandType.ChatInput, 100), (CommandType.User, 15), (CommandType.Message, 15)]
        )
        {
            JsonObject[] ofType = [.. commands.OfType<JsonObject>().Where(command => (command["type"].AsInt() ?? 1) == (int)type)];
            if (ofType.Length > most)
            {
                errors.Add("", "APPLICATION_COMMAND_TOO_MANY", $"At most {most} commands of type {(int)type}.");
            }

            if (ofType.Select(static command => command["name"].AsString()).Distinct().Count() < ofType.Length)
            {
                errors.Add("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }

        for (int index = 0; index < commands.Count; index++)
        {
            Check(errors, $"{index}", commands[index] as JsonObject ?? [], strict);
        }
    }

    public static void Check(FormErrors errors, string path, JsonObject command, bool strict)
    {
        errors.Known(
            path,
            command,
            strict,
            "id",
            "type",
            "name",
            "name_localizations",
            "description",
            "description_localizations",
            "options",
            "default_member_permissions",
            "dm_permission",
            "default_permission",
            "integration_types",
            "contexts",
            "nsfw",
            "handler"
        );
        int type = command["type"].AsInt() ?? (int)CommandType.ChatInput;
        if (type == (int)CommandType.ChatInput)
        {
            CheckName(errors, $"{path}.name", command["name"]);
            errors.Length($"{path}.description", command["description"], 1, 100);
            CheckOptions(errors, path, command["options"] as JsonArray ?? [], strict);
            if (Sum(command) > MaxSum)
            {
                errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MaxSum})");
            }
        }
        else
        {
            errors.Length($"{path}.name", command["name"], 1, 32);
            if (command["description"].AsString() is { Length: > 0 })
            {
                errors.Add(
                    $"{path}.description",
                    "APPLICATION_COMMAND_INVALID_DESCRIPTION",
                    "Context menu commands cannot have description"
                );
            }

            if (command["options"] is JsonArray { Count: > 0 })
            {
                errors.Add($"{path}.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Context menu commands cannot have options");
            }
        }

        if (command["default_member_permissions"] is { } permissions && !ulong.TryParse(permissions.AsString(), out _))
        {
            errors.WrongType($"{path}.default_member_permissions", "permission string");
        }

        CheckNumbers(errors, $"{path}.contexts", command["contexts"], 2);
        CheckNumbers(errors, $"{path}.integration_types", command["integration_types"], 1);
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChatInputName { get; }

    private static void CheckName(FormErrors errors, string path, JsonNode? name)
    {
        errors.Length(path, name, 1, 32);
        if (name.AsString() is { } text && (!ChatInputName.IsMatch(text) || text.Any(char.IsUpper)))
        {
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static void CheckOptions(FormErrors errors, string path, JsonArray options, bool strict)
    {
        if (options.Count > MaxOptions)
        {
            errors.Add($"{path}.options", "BASE_TYPE_MAX_LENGTH", $"Must be {MaxOptions} or fewer in length.");
        }

        if (options.Select(static option => option?["name"].AsString()).Distinct().Count() < options.Count)
        {
            errors.Add($"{path}.options", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
        }

        bool optionalSeen = false;
        for (int index = 0; index < options.Count; index++)
        {
            string at = $"{path}.options.{index}";
            JsonObject option = options[index] as JsonObject ?? [];
            CheckOption(errors, at, option, strict);
            bool required = option["required"].AsBool() == true;
            if (required && optionalSeen)
            {
                errors.Add(
                    at,
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options"
                );
            }

            optionalSeen |= !required;
        }
    }

    private static void CheckOption(FormErrors errors, string path, JsonObject option, bool strict)
    {
        errors.Known(
            path,
            option,
            strict,
            "type",
            "name",
            "name_localizations",
            "description",
            "description_localizations",
            "required",
            "choices",
            "options",
            "channel_types",
            "min_value",
            "max_value",
            "min_length",
            "max_length",
            "autocomplete"
        );
        int type = option["type"].AsInt() ?? 0;
        if (type is < 1 or > 11)
        {
            errors.Choice($"{path}.type", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
        }

        CheckName(errors, $"{path}.name", option["name"]);
        errors.Length($"{path}.description", option["description"], 1, 100);
        if (option["min_length"] is { } min && min.AsInt() is not (>= 0 and <= 6000))
        {
            errors.Add($"{path}.min_length", "NUMBER_TYPE_MAX", "int value should be between 0 and 6000.");
        }

        if (option["max_length"] is { } max && max.AsInt() is not (>= 1 and <= 6000))
        {
            errors.Add($"{path}.max_length", "NUMBER_TYPE_MAX", "int value should be between 1 and 6000.");
        }

        JsonArray choices = option["choices"] as JsonArray ?? [];
        if (choices.Count > 25)
        {
            errors.Add($"{path}.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }

        if (choices.Count > 0 && option["autocomplete"].AsBool() == true)
        {
            errors.Add(
                $"{path}.choices",
                "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
                "Autocomplete and choices exclude each other"
            );
        }

        for (int index = 0; index < choices.Count; index++)
        {
            errors.Length($"{path}.choices.{index}.name", choices[index]?["name"], 1, 100);
        }

        if (type is SubCommand or SubCommandGroup)
        {
            CheckOptions(errors, path, option["options"] as JsonArray ?? [], strict);
        }
    }

    private static void CheckNumbers(FormErrors errors, string path, JsonNode? list, int max)
    {
        if (list is JsonArray numbers && numbers.Any(number => !(number.AsInt() is { } value && value >= 0 && value <= max)))
        {
            errors.Choice(path, string.Join(", ", Enumerable.Range(0, max + 1)));
        }
    }

    private static int Sum(JsonObject part) =>
        (part["name"].AsString()?.Length ?? 0)
        + (part["description"].AsString()?.Length ?? 0)
        + (part["value"].AsString()?.Length ?? 0)
        + (part["options"] as JsonArray ?? []).OfType<JsonObject>().Sum(Sum)
        + (part["choices"] as JsonArray ?? []).OfType<JsonObject>().Sum(Sum);
}
