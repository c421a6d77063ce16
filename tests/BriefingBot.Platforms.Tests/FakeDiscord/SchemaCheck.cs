using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>As much of JSON Schema as Discord's document uses; formats other than snowflake are not looked at.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    /// <summary>What does not fit, as "path: reason"; empty when all does.</summary>
    public IReadOnlyList<string> Errors(JsonNode? schema, JsonNode? value, string path = "$")
    {
        if (schema is not JsonObject rules)
        {
            return [];
        }

        if (rules["$ref"]?.GetValue<string>() is { } reference)
        {
            return Errors(Resolve(reference), value, path);
        }

        List<string> errors = [];
        if (rules["type"] is { } type && !Types(type).Any(name => Is(name, value)))
        {
            return [$"{path}: is {value?.GetValueKind().ToString() ?? "null"}, not {type.ToJsonString()}"];
        }

        if (rules["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
        {
            errors.Add($"{path}: is not {constant.ToJsonString()}");
        }

        if (rules["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
        {
            errors.Add($"{path}: {value?.ToJsonString()} is not in {allowed.ToJsonString()}");
        }

        foreach (JsonNode? part in rules["allOf"] as JsonArray ?? [])
        {
            errors.AddRange(Errors(part, value, path));
        }

        foreach (string union in (ReadOnlySpan<string>)["oneOf", "anyOf"])
        {
            if (rules[union] is JsonArray choices)
            {
                IReadOnlyList<string>[] tried = [.. choices.Select(choice => Errors(choice, value, path))];
                if (!tried.Any(static found => found.Count == 0))
                {
                    errors.Add($"{path}: fits no choice; nearest: {string.Join(" | ", tried.MinBy(static found => found.Count)!)}");
                }
            }
        }

        switch (value)
        {
            case JsonObject json:
                CheckObject(errors, rules, json, path);
                break;
            case JsonArray array:
                CheckCount(errors, rules, "minItems", "maxItems", array.Count, path);
                errors.AddRange(array.SelectMany((item, index) => Errors(rules["items"], item, $"{path}[{index}]")));
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                CheckText(errors, rules, scalar.GetValue<string>(), path);
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number:
                CheckNumber(errors, rules, double.Parse(scalar.ToJsonString(), CultureInfo.InvariantCulture), path);
                break;
            default:
                break;
        }

        return errors;
    }

    public JsonNode? Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, static (node, step) => node?[step]);

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray names ? names.Select(static name => name!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool Is(string type, JsonNode? value) =>
        (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {

            ("null", JsonValueKind.Null)
            or
            ("object", JsonValueKind.Object)
            or
            ("array", JsonValueKind.Array)
            or ("string", JsonValueKind.String) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => long.TryParse(value!.ToJsonString(), CultureInfo.InvariantCulture, out _),
            _ => false,
        };

    private static void CheckCount(List<string> errors, JsonObject rules, string min, string max, int count, string path)
    {
        if (count < (rules[min]?.GetValue<int>() ?? 0) || count > (rules[max]?.GetValue<int>() ?? int.MaxValue))
        {
            errors.Add($"{path}: {count} is outside {min} {rules[min]} and {max} {rules[max]}");
        }
    }

    private static void CheckText(List<string> errors, JsonObject rules, string text, string path)
    {
        CheckCount(errors, rules, "minLength", "maxLength", text.Length, path);
        if (rules["format"]?.GetValue<string>() == "snowflake" && !ulong.TryParse(text, CultureInfo.InvariantCulture, out _))
        {
            errors.Add($"{path}: '{text}' is no snowflake");
        }

        if (
            rules["pattern"]?.GetValue<string>() is { } pattern
            && !pattern.Contains("sc=", StringComparison.Ordinal)
            && !Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1))
        )
        {
            errors.Add($"{path}: '{text}' does not match {pattern}");
        }
    }

    private static void CheckNumber(List<string> errors, JsonObject rules, double number, string path)
    {
        if (
            number < (rules["minimum"]?.GetValue<double>() ?? double.MinValue)
            || number > (rules["maximum"]?.GetValue<double>() ?? double.MaxValue)
        )
        {
            errors.Add($"{path}: {number} is outside {rules["minimum"]} and {rules["maximum"]}");
        }
    }

    private void CheckObject(List<string> errors, JsonObject rules, JsonObject json, string path)
    {
        errors.AddRange(
            (rules["required"] as JsonArray ?? [])
                .Where(name => !json.ContainsKey(name!.GetValue<string>()))
                .Select(name => $"{path}.{name}: is required")
        );
        foreach ((string name, JsonNode? item) in json)
        {
            if (rules["properties"]?[name] is { } rule)
            {
                errors.AddRange(Errors(rule, item, $"{path}.{name}"));
            }
            else if (rules["additionalProperties"] is JsonObject others)
            {
                errors.AddRange(Errors(others, item, $"{path}.{name}"));
            }
            else if (rules["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
            {
                errors.Add($"{path}.{name}: is not known");
            }
        }
    }
}
