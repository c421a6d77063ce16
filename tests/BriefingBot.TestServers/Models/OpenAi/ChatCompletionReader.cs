using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.OpenAi;

/// <summary>Reads the body of POST /chat/completions.</summary>
internal static class ChatCompletionReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "model",
        "messages",
        "stream",
        "stream_options",
        "temperature",
        "top_p",
        "max_tokens",
        "max_completion_tokens",
        "stop",
        "n",
        "seed",
        "user",
        "metadata",
        "frequency_penalty",
        "presence_penalty",
        "response_format",
        "logit_bias",
        "logprobs",
        "top_logprobs",
        "store",
        "service_tier",
        "reasoning_effort",
        "safety_identifier",
        "prompt_cache_key",
        "tools",
        "tool_choice",
        "parallel_tool_calls",
        "modalities",
        "verbosity",
    };

    public static ModelCall Read(JsonObject body, bool isStrict)
    {
        if (isStrict)
        {
            RequestBody.RefuseUnknown(body, Known);
        }

        string model = RequestBody.Text(body, "model") is { Length: > 0 } name
            ? name
            : throw ModelErrorException.Invalid("you must provide a model parameter");
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            throw ModelErrorException.Invalid("Missing required parameter: 'messages'.", "messages", "missing_required_parameter");
        }

        int? old = RequestBody.Count(body, "max_tokens");
        int? max = RequestBody.Count(body, "max_completion_tokens");
        if (old is not null && max is not null)
        {
            throw ModelErrorException.Invalid(
                "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
                "max_tokens",
                "unsupported_parameter"
            );
        }

        if (RequestBody.Count(body, "n") is > 1)
        {
            throw ModelErrorException.Invalid("This model writes one choice.", "n", "unsupported_value");
        }

        bool isStreamed = RequestBody.Flag(body, "stream");
        if (body["stream_options"] is not null && !isStreamed)
        {
            throw ModelErrorException.Invalid("The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options");
        }

        RequestBody.Number(body, "top_p", 1);
        List<(string Role, string Text)> read = [.. messages.Select(static (message, index) => ReadMessage(message, index))];
        return new ModelCall(
            ModelRoute.ChatCompletions,
            model,
            string.Join("\n\n", read.Where(static message => IsSystem(message.Role)).Select(static message => message.Text)),
            [
                .. read.Where(static message => !IsSystem(message.Role))
                    .Select(static message => new CallMessage(message.Role, message.Text)),
            ],
            max ?? old,
            RequestBody.Number(body, "temperature", 2),
            isStreamed,
            body["stream_options"] is JsonObject streamOptions && RequestBody.Flag(streamOptions, "include_usage"),
            RequestBody.Texts(body["stop"], "stop"),
            body
        );
    }

    private static bool IsSystem(string role) => role is "system" or "developer";

    private static (string Role, string Text) ReadMessage(JsonNode? node, int index)
    {
        string where = $"messages[{index}]";
        JsonObject message = node as JsonObject ?? throw RequestBody.Wrong(where, "an object");
        string role =
            RequestBody.Text(message, "role")
            ?? throw ModelErrorException.Invalid($"Missing required parameter: '{where}.role'.", $"{where}.role");
        return role is "system" or "developer" or "user" or "assistant"
            ? (role, RequestBody.Content(message["content"], $"{where}.content"))
            : throw RequestBody.Wrong($"{where}.role", "one of 'system', 'developer', 'user' and 'assistant'");
    }
}
