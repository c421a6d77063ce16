using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.Anthropic;

/// <summary>Reads the body of POST /v1/messages.</summary>
internal static class MessagesReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "model",
        "messages",
        "system",
        "max_tokens",
        "stream",
        "temperature",
        "top_p",
        "top_k",
        "stop_sequences",
        "metadata",
        "service_tier",
        "thinking",
        "tools",
        "tool_choice",
        "cache_control",
        "output_config",
        "inference_geo",
    };

    public static ModelCall Read(JsonObject body, bool isStrict)
    {
        if (isStrict && body.FirstOrDefault(static field => !Known.Contains(field.Key)).Key is { } unknown)
        {
            throw ModelErrorException.Invalid($"{unknown}: Extra inputs are not permitted", unknown);
        }

        string model = RequestBody.RequiredText(body, "model");
        int maxTokens =
            RequestBody.Count(body, "max_tokens") ?? throw ModelErrorException.Invalid("max_tokens: Field required", "max_tokens");
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            throw ModelErrorException.Invalid("messages: at least one message is required", "messages");
        }

        RequestBody.Number(body, "top_p", 1);
        // The client of this version has system messages in the conversation too.
        CallMessage[] read = [.. messages.Select(static (message, index) => ReadMessage(message, index))];
        string system = body["system"] is { } top ? RequestBody.Content(top, "system") : "";
        return new ModelCall(
            ModelRoute.Messages,
            model,
            string.Join(
                    "\n\n",
                    read.Where(static message => message.Role == "system").Select(static message => message.Text).Prepend(system)
                )
                .Trim(),
            [.. read.Where(static message => message.Role != "system")],
            maxTokens,
            RequestBody.Number(body, "temperature", 1),
            RequestBody.Flag(body, "stream"),
            IncludesUsage: true,
            RequestBody.Texts(body["stop_sequences"], "stop_sequences"),
            body
        );
    }

    private static CallMessage ReadMessage(JsonNode? node, int index)
    {
        string where = $"messages.{index}";
        JsonObject message = node as JsonObject ?? throw RequestBody.Wrong(where, "an object");
        string role = RequestBody.RequiredText(message, "role");
        string text = RequestBody.Content(message["content"], $"{where}.content");
        return role is "user" or "assistant" or "system" && text.Length > 0
            ? new CallMessage(role, text)
            : throw RequestBody.Wrong(where, "a message of 'user', 'assistant' or 'system' that is not empty");
    }
}
