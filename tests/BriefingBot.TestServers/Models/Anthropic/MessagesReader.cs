using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.Anthropic;

/// <summary>Reads the body of POST /v1/messages.</summary>
internal static class MessagesReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "model", "messages", "system", "max_tokens", "stream", "temperature", "top_p", "top_k", "stop_sequences", "metadata", "service_tier", "thinking", "tools",
        "tool_choice", "cache_control", "output_config", "inference_geo",
    };

    public static ModelCall Read(JsonObject body, bool isStrict)
    {
        if (isStrict && body.FirstOrDefault(static field => !Known.Contains(field.Key)).Key is { } unknown)
        {
            throw ModelErrorException.Invalid($"{unknown}: Extra inputs are not permitted", unknown);
        }

        string model = RequestBody.RequiredText(body, "model");
        int maxTokens = RequestBody.Count(body, "max_tokens") ?? throw ModelErrorException.Invalid("max_tokens: Field required", "max_tokens");
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            throw ModelErrorException.Invalid("messages: at least one message is required", "messages");
        }

        RequestBody.Number(body, "top_p", 1);
        return new ModelCall(
            ModelRoute.Messages,
            model,
            body["system"] is { } system ? RequestBody.Content(system, "system") : "",
            [.. messages.Select(static (message, index) => ReadMessage(message, index))],
            maxTokens,
            RequestBody.Number(body, "temperature", 1),
            RequestBody.Flag(body, "stream"),
            IncludesUsage: true,
            RequestBody.Texts(body["stop_sequences"], "stop_sequences"),
            body);
    }

    private static CallMessage ReadMessage(JsonNode? node, int index)
    {
        string where = $"messages.{index}";
        JsonObject message = node as JsonObject ?? throw RequestBody.Wrong(where, "an object");
        string role = RequestBody.RequiredText(message, "role");
        if (role == "system")
        {
            throw ModelErrorException.Invalid($"{where}: Unexpected role \"system\". The Messages API accepts a top-level `system` parameter.", where);
        }

        string text = RequestBody.Content(message["content"], $"{where}.content");
        return role is "user" or "assistant" && text.Length > 0
            ? new CallMessage(role, text)
            : throw RequestBody.Wrong(where, "a message of 'user' or 'assistant' that is not empty");
    }
}
