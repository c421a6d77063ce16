using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.OpenAi;

/// <summary>Chat completions as OpenAI and the many servers compatible with it speak them.</summary>
internal class OpenAiProtocol(FakeModelOptions options) : ModelProtocol(options)
{
    /// <summary>Wants "Authorization: Bearer KEY" when a key is configured.</summary>
    public override void Admit(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        if (Options.ApiKey is null || authorization == $"Bearer {Options.ApiKey}")
        {
            return;
        }

        throw new ModelErrorException(
            authorization.Length == 0
                ? new ModelError(401, "You didn't provide an API key.")
                : new ModelError(401, "Incorrect API key provided.", Code: "invalid_api_key")
        );
    }

    public override ModelCall ReadCall(HttpRequest request, JsonObject body)
    {
        ModelCall call = ChatCompletionReader.Read(body, Options.Strict);
        CheckModel(call.Model);
        return call;
    }

    public override void WriteHeaders(HttpResponse response, string id) => response.Headers["x-request-id"] = id;

    public override JsonObject Error(ModelError error, string id) =>
        new()
        {
            ["error"] = new JsonObject
            {
                ["message"] = error.Message,
                ["type"] = error.Status switch
                {
                    429 when error.Code == "insufficient_quota" => "insufficient_quota",
                    429 => "requests",
                    >= 500 => "server_error",
                    _ => "invalid_request_error",
                },
                ["param"] = error.Param,
                ["code"] = error.Code,
            },
        };

    public override JsonObject Whole(ModelExchange exchange, ModelCall call, string text, ReplyFinish finish) =>
        new()
        {
            ["id"] = $"chatcmpl-{exchange.Id}",
            ["object"] = "chat.completion",
            ["created"] = exchange.At.ToUnixTimeSeconds(),
            ["model"] = call.Model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = new JsonObject
                    {
                        ["role"] = "assistant",
                        ["content"] = text,
                        ["refusal"] = null,
                    },
                    ["logprobs"] = null,
                    ["finish_reason"] = FinishReason(finish),
                }
            ),
            ["usage"] = Usage(exchange),
        };

    public override IEnumerable<string> Opening(ModelExchange exchange, ModelCall call) =>
        [Event(Chunk(exchange, call, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null))];

    public override string Token(ModelExchange exchange, ModelCall call, string token) =>
        Event(Chunk(exchange, call, new JsonObject { ["content"] = token }, null));

    public override IEnumerable<string> Closing(ModelExchange exchange, ModelCall call, ReplyFinish finish)
    {
        yield return Event(Chunk(exchange, call, [], FinishReason(finish)));
        if (call.IncludesUsage)
        {
            JsonObject last = Chunk(exchange, call, [], null);
            last["choices"] = new JsonArray();
            last["usage"] = Usage(exchange);
            yield return Event(last);
        }

        yield return "data: [DONE]\n\n";
    }

    public override string ErrorEvent(ModelError error, string id) => Event(Error(error with { Status = 500 }, id));

    public override string BrokenEvent() => "data: {\"id\":\"broken\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\n\n";

    /// <summary>GET /v1/models.</summary>
    public JsonObject ModelList() =>
        new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([
                .. (Options.ModelNames.Count > 0 ? Options.ModelNames : ["fake-model"]).Select(static name => new JsonObject
                {
                    ["id"] = name,
                    ["object"] = "model",
                    ["created"] = 1_700_000_000,
                    ["owned_by"] = "briefingbot-tests",
                }),
            ]),
        };

    private static string Event(JsonObject json) => $"data: {json.ToJsonString(EventJson)}\n\n";

    private static readonly JsonSerializerOptions EventJson = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string FinishReason(ReplyFinish finish) =>
        finish switch
        {
            ReplyFinish.Length => "length",
            ReplyFinish.Refused => "content_filter",
            _ => "stop",
        };

    private static JsonObject Usage(ModelExchange exchange) =>
        new()
        {
            ["prompt_tokens"] = exchange.InputTokens,
            ["completion_tokens"] = exchange.WrittenTokens,
            ["total_tokens"] = exchange.InputTokens + exchange.WrittenTokens,
        };

    private static JsonObject Chunk(ModelExchange exchange, ModelCall call, JsonObject delta, string? finish)
    {
        JsonObject chunk = new()
        {
            ["id"] = $"chatcmpl-{exchange.Id}",
            ["object"] = "chat.completion.chunk",
            ["created"] = exchange.At.ToUnixTimeSeconds(),
            ["model"] = call.Model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["delta"] = delta,
                    ["logprobs"] = null,
                    ["finish_reason"] = finish,
                }
            ),
        };
        if (call.IncludesUsage)
        {
            chunk["usage"] = null;
        }

        return chunk;
    }
}
