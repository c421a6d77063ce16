using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.Ollama;

/// <summary>Ollama's own chat: one JSON object a line, the last one with the counts.</summary>
internal sealed class OllamaProtocol(FakeModelOptions options) : ModelProtocol(options)
{
    private static readonly JsonSerializerOptions LineJson = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public override string StreamType => "application/x-ndjson";

    /// <summary>Ollama knows no keys; what stands before it may want one as bearer.</summary>
    public override void Admit(HttpRequest request)
    {
        if (Options.ApiKey is not null && request.Headers.Authorization.ToString() != $"Bearer {Options.ApiKey}")
        {
            throw new ModelErrorException(new ModelError(401, "unauthorized"));
        }
    }

    public override ModelCall ReadCall(HttpRequest request, JsonObject body)
    {
        var call = OllamaChatReader.Read(body, Options.OllamaContext, Options.ContextWindow);
        return Options.ModelNames.Count == 0 || Options.ModelNames.Contains(call.Model, StringComparer.Ordinal)
            ? call
            : throw new ModelErrorException(new ModelError(404, $"model '{call.Model}' not found"));
    }

    public override void WriteHeaders(HttpResponse response, string id) { }

    public override JsonObject Error(ModelError error, string id) => new() { ["error"] = error.Message };

    public override JsonObject Whole(ModelExchange exchange, ModelCall call, string text, ReplyFinish finish)
    {
        var line = Line(exchange, call, text);
        End(line, exchange, finish);
        return line;
    }

    public override IEnumerable<string> Opening(ModelExchange exchange, ModelCall call) => [];

    public override string Token(ModelExchange exchange, ModelCall call, string token) => Text(Line(exchange, call, token));

    public override IEnumerable<string> Closing(ModelExchange exchange, ModelCall call, ReplyFinish finish)
    {
        var line = Line(exchange, call, "");
        End(line, exchange, finish);
        return [Text(line)];
    }

    public override string ErrorEvent(ModelError error, string id) => Text(Error(error, id));

    public override string BrokenEvent() => "{\"model\":\"broken\",\"message\":{\"role\":\"assistant\",\"content\":\n";

    /// <summary>GET /api/tags.</summary>
    public JsonObject ModelList() =>
        new()
        {
            ["models"] = new JsonArray([
                .. (Options.ModelNames.Count > 0 ? Options.ModelNames : ["fake-model"]).Select(static name => new JsonObject
                {
                    ["name"] = name,
                    ["model"] = name,
                    ["modified_at"] = "2024-01-01T00:00:00Z",
                    ["size"] = 1,
                    ["digest"] = "0000",
                    ["details"] = new JsonObject { ["format"] = "gguf", ["family"] = "fake" },
                }),
            ]),
        };

    private static JsonObject Line(ModelExchange exchange, ModelCall call, string text) =>
        new()
        {
            ["model"] = call.Model,
            ["created_at"] = exchange.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
            ["done"] = false,
        };

    private static void End(JsonObject line, ModelExchange exchange, ReplyFinish finish)
    {
        line["done"] = true;
        line["done_reason"] = finish == ReplyFinish.Length ? "length" : "stop";
        line["total_duration"] = 1_000_000;
        line["load_duration"] = 100_000;
        line["prompt_eval_count"] = exchange.InputTokens;
        line["prompt_eval_duration"] = 100_000;
        line["eval_count"] = exchange.WrittenTokens;
        line["eval_duration"] = 800_000;
    }

    private static string Text(JsonObject line) => line.ToJsonString(LineJson) + "\n";
}
