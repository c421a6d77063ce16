using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.Platforms.Tests.Fuzz;

/// <summary>
/// Makes broken events of good ones: fields of another kind, missing, doubled, endless or of odd characters. The same ones for the same
/// seed.
/// </summary>
internal sealed class MutatedJson(int seed, IReadOnlyList<string> originals)
{
    private static readonly string[] Values =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1e400",
        "123456789012345678901234567890",
        "3.5",
        "\"\"",
        "\" \"",
        "\"a\"",
        "\"\\u0000\"",
        "\"\uFFFD\"",
        "\"\\u202e\"",
        "\"\\n\\n\"",
        "\"0\"",
        "\"-1\"",
        "\"18446744073709551616\"",
        "\"1767225600.000100\"",
        "\"9999999999.999999\"",
        "\"2026-13-45T00:00:00Z\"",
        "\"<@\"",
        "\"<@U0|\"",
        "\"<!subteam^S1>\"",
        "\"||```\"",
        "\"http://[\"",
        "\"mailto:\"",
        "[]",
        "{}",
        "[null]",
        "[[[[]]]]",
        "{\"a\":{\"b\":{\"c\":[]}}}",
        "[{\"type\":null}]",
        "[{\"type\":\"section\",\"text\":{\"text\":null}}]",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One more; always JSON, rarely what was meant.</summary>
    public JsonElement Next()
    {
        var node = JsonNode.Parse(originals[_random.Next(originals.Count)])!;
        for (int changes = _random.Next(1, 5); changes > 0; changes--)
        {
            Change(node);
        }

        // Escapes that stand for no character reach the bot as they are.
        string text = node.ToJsonString().Replace("\\uFFFD", "\\ud83d", StringComparison.OrdinalIgnoreCase);
        return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 }).RootElement;
    }

    private void Change(JsonNode root)
    {
        List<JsonNode> all = [];
        Gather(root, all);
        switch (all[_random.Next(all.Count)])
        {
            case JsonObject { Count: > 0 } found:
                ChangeObject(found);
                break;
            case JsonArray { Count: > 0 } found when _random.Next(2) == 0:
                found.RemoveAt(_random.Next(found.Count));
                break;
            case JsonArray found:
                found.Add(Value());
                break;
        }
    }

    private void ChangeObject(JsonObject found)
    {
        string name = found.ElementAt(_random.Next(found.Count)).Key;
        switch (_random.Next(6))
        {
            case 0:
                found.Remove(name);
                break;
            case 1 when found[name] is JsonValue value && value.TryGetValue(out string? text):
                found[name] = Spoil(text);
                break;
            case 2:
                found["x" + name] = found[name]?.DeepClone();
                break;
            case 3 when found[name] is JsonArray list && list.Count > 0:
                for (int i = _random.Next(200); i > 0; i--)
                {
                    list.Add(list[0]?.DeepClone());
                }

                break;
            default:
                found[name] = Value();
                break;
        }
    }

    private string Spoil(string text)
    {
        StringBuilder spoiled = new(text);
        string piece =
            JsonNode.Parse(Values[_random.Next(Values.Length)]) is JsonValue value && value.TryGetValue(out string? odd) ? odd : "\uFFFD";
        return spoiled.Insert(_random.Next(text.Length + 1), piece, _random.Next(1, 300)).ToString();
    }

    private JsonNode? Value() =>
        _random.Next(40) == 0 ? JsonValue.Create(new string('a', 200_000)) : JsonNode.Parse(Values[_random.Next(Values.Length)]);

    private static void Gather(JsonNode? node, List<JsonNode> all)
    {
        switch (node)
        {
            case JsonObject found:
                all.Add(found);
                foreach (var (_, child) in found)
                {
                    Gather(child, all);
                }

                break;
            case JsonArray found:
                all.Add(found);
                foreach (var child in found)
                {
                    Gather(child, all);
                }

                break;
        }
    }
}
