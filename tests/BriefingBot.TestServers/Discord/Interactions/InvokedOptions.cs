using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Rest;

namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>The options of an invoked slash command, held against what was registered.</summary>
internal static class InvokedOptions
{
    private const int StringType = 3;
    private const int IntegerType = 4;
    private const int BooleanType = 5;

    public static JsonArray Write(JsonObject command, ReadOnlySpan<string> path, IReadOnlyDictionary<string, object> values)
    {
        JsonObject[] registered = [.. (command["options"] as JsonArray ?? []).OfType<JsonObject>()];
        if (path.Length > 0)
        {
            string name = path[0];
            JsonObject sub =
                Array.Find(registered, option => option["name"].AsString() == name && option["type"].AsInt() is 1 or 2)
                ?? throw new InvalidOperationException($"There is no subcommand {name}.");
            return
            [
                new JsonObject
                {
                    ["name"] = name,
                    ["type"] = sub["type"]!.DeepClone(),
                    ["options"] = Write(sub, path[1..], values),
                },
            ];
        }

        if (values.Keys.FirstOrDefault(name => !registered.Any(option => option["name"].AsString() == name)) is { } unknown)
        {
            throw new InvalidOperationException($"There is no option {unknown}.");
        }

        JsonArray options = [];
        foreach (JsonObject option in registered)
        {
            string name = option["name"].AsString()!;
            if (values.TryGetValue(name, out object? value))
            {
                options.Add(
                    new JsonObject
                    {
                        ["name"] = name,
                        ["type"] = option["type"]!.DeepClone(),
                        ["value"] = Value(option, value),
                    }
                );
            }
            else if (option["required"].AsBool() == true)
            {
                throw new InvalidOperationException($"The option {name} is required.");
            }
        }

        return options;
    }

    private static JsonNode Value(JsonObject option, object value)
    {
        JsonNode json = (option["type"].AsInt(), value) switch
        {
            (StringType, string text) => text,
            (IntegerType, int number) => number,
            (BooleanType, bool flag) => flag,
            (10, double number) => number,
            (6 or 7 or 8 or 9, ulong id) => id.ToString(),
            _ => throw new InvalidOperationException($"{value} is no value for option {option["name"]}."),
        };
        bool fits = value switch
        {
            string text => text.Length <= (option["max_length"].AsInt() ?? 6000) && text.Length >= (option["min_length"].AsInt() ?? 0),
            int number => number <= (option["max_value"].AsInt() ?? int.MaxValue)
                && number >= (option["min_value"].AsInt() ?? int.MinValue),
            _ => true,
        };
        bool isChoice =
            option["choices"] is not JsonArray { Count: > 0 } choices || choices.Any(choice => JsonNode.DeepEquals(choice?["value"], json));
        return fits && isChoice
            ? json
            : throw new InvalidOperationException($"Discord does not accept {value} for option {option["name"]}.");
    }
}
