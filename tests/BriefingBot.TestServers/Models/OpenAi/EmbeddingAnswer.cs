using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Embedding;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Serving;
using BriefingBot.TestServers.Models.Streaming;

namespace BriefingBot.TestServers.Models.OpenAi;

/// <summary>POST /embeddings.</summary>
internal sealed class EmbeddingAnswer(FakeModelState state)
{
    private const int MaxInputs = 2048;
    private const int MaxTokens = 8192;
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "model",
        "input",
        "encoding_format",
        "dimensions",
        "user",
    };

    public JsonObject Write(JsonObject body, ModelExchange exchange)
    {
        if (state.Options.Strict)
        {
            RequestBody.RefuseUnknown(body, Known);
        }

        string model = RequestBody.RequiredText(body, "model");
        if (state.Options.ModelNames.Count > 0 && !state.Options.ModelNames.Contains(model, StringComparer.Ordinal))
        {
            throw new ModelErrorException(new ModelError(404, $"The model `{model}` does not exist.", "model", "model_not_found"));
        }

        IReadOnlyList<string> inputs = Inputs(body);
        int dimensions = RequestBody.Count(body, "dimensions") ?? state.Options.EmbeddingDimensions;
        if (dimensions > state.Options.EmbeddingDimensions)
        {
            throw RequestBody.Wrong("dimensions", $"at most {state.Options.EmbeddingDimensions}");
        }

        bool isBase64 = RequestBody.Text(body, "encoding_format") switch
        {
            null or "float" => false,
            "base64" => true,
            _ => throw RequestBody.Wrong("encoding_format", "'float' or 'base64'"),
        };
        int tokens = inputs.Sum(TokenSplitter.Count);
        state.Record.Change(() =>
        {
            exchange.InputTokens = tokens;
            state.Record.Counters.EmbeddedTexts += inputs.Count;
        });
        return new JsonObject
        {
            ["object"] = "list",
            ["model"] = model,
            ["data"] = new JsonArray([
                .. inputs.Select(
                    (input, index) =>
                        new JsonObject
                        {
                            ["object"] = "embedding",
                            ["index"] = index,
                            ["embedding"] = Encode(WordVectors.Embed(input, dimensions), isBase64),
                        }
                ),
            ]),
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        };
    }

    private static IReadOnlyList<string> Inputs(JsonObject body)
    {
        // Lists of token numbers are read as words: equal lists give equal vectors.
        IReadOnlyList<string> inputs =
            body["input"] is JsonArray { Count: > 0 } list && list[0]?.GetValueKind() is JsonValueKind.Number or JsonValueKind.Array
                ? list[0]!.GetValueKind() == JsonValueKind.Number
                    ? [list.ToJsonString()]
                    : [.. list.Select(static item => item!.ToJsonString())]
                : RequestBody.Texts(body["input"], "input");
        if (inputs.Count is 0 or > MaxInputs)
        {
            throw RequestBody.Wrong("input", $"1 to {MaxInputs} texts");
        }

        if (inputs.Any(static input => input.Length == 0))
        {
            throw RequestBody.Wrong("input", "without empty texts");
        }

        return inputs.Max(TokenSplitter.Count) <= MaxTokens
            ? inputs
            : throw ModelErrorException.Invalid(
                $"This model's maximum context length is {MaxTokens} tokens.",
                "input",
                "context_length_exceeded"
            );
    }

    private static JsonNode Encode(float[] vector, bool isBase64) =>
        isBase64
            ? JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)))!
            : new JsonArray([.. vector.Select(static number => (JsonNode)number)]);
}
