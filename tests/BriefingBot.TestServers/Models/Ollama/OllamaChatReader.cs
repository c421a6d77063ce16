using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.Ollama;

/// <summary>Reads the body of POST /api/chat. Fields and options that it does not know are passed over, as by the original.</summary>
internal static class OllamaChatReader
{
    public static ModelCall Read(JsonObject body, int defaultContext, int longestContext)
    {
        string model = RequestBody.Text(body, "model") is { Length: > 0 } name
            ? name
            : throw ModelErrorException.Invalid("model is required");
        var options = body["options"] switch
        {
            null => [],
            JsonObject given => given,
            _ => throw ModelErrorException.Invalid("json: cannot unmarshal options into Go struct field ChatRequest.options"),
        };
        CallMessage[] messages = [.. (body["messages"] as JsonArray ?? []).Select(ReadMessage)];
        int context = Math.Min(Integer(options, "num_ctx") ?? defaultContext, longestContext);
        int limit = Integer(options, "num_predict") ?? -1;
        return OllamaContext.Fit(
            new ModelCall(
                ModelRoute.OllamaChat,
                model,
                string.Join("\n\n", messages.Where(static message => message.Role == "system").Select(static message => message.Text)),
                [.. messages.Where(static message => message.Role != "system")],
                limit > 0 ? limit : null,
                Real(options, "temperature"),
                // Unlike everywhere else, an answer is streamed unless the request says otherwise.
                body["stream"] is null
                    || RequestBody.Flag(body, "stream"),
                IncludesUsage: true,
                RequestBody.Texts(options["stop"], "stop"),
                body
            ),
            context
        );
    }

    private static CallMessage ReadMessage(JsonNode? node)
    {
        var message = node as JsonObject ?? throw ModelErrorException.Invalid("invalid message");
        string role = RequestBody.Text(message, "role") ?? "";
        return role is "system" or "user" or "assistant" or "tool"
            ? new CallMessage(role, RequestBody.Text(message, "content") ?? "")
            : throw ModelErrorException.Invalid($"invalid role: {role}");
    }

    private static int? Integer(JsonObject options, string name) =>
        options[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out int number) => number,
            _ => throw ModelErrorException.Invalid($"option \"{name}\" must be of type integer"),
        };

    private static double? Real(JsonObject options, string name) =>
        options[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out double number) => number,
            _ => throw ModelErrorException.Invalid($"option \"{name}\" must be of type float32"),
        };
}
