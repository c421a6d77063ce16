using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Serving;

namespace BriefingBot.TestServers.Models.Anthropic;

/// <summary>The Messages API of Anthropic.</summary>
internal sealed class AnthropicProtocol(FakeModelOptions options) : ModelProtocol(options)
{
    private static readonly JsonSerializerOptions EventJson = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Wants the key when one is configured, as x-api-key or, as clients of newer versions send it, as bearer; anthropic-version always.
    /// </summary>
    public override void Admit(HttpRequest request)
    {
        string key = request.Headers["x-api-key"].ToString() is { Length: > 0 } named
            ? named
            : request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        if (Options.ApiKey is not null && key != Options.ApiKey)
        {
            throw new ModelErrorException(new ModelError(401, key.Length > 0 ? "invalid x-api-key" : "x-api-key header is required"));
        }

        if (!DateOnly.TryParseExact(request.Headers["anthropic-version"].ToString(), "yyyy-MM-dd", out _))
        {
            throw ModelErrorException.Invalid("anthropic-version: header is required and must name a version");
        }
    }

    public override ModelCall ReadCall(HttpRequest request, JsonObject body)
    {
        ModelCall call = MessagesReader.Read(body, Options.Strict);
        CheckModel(call.Model);
        return call;
    }

    public override void WriteHeaders(HttpResponse response, string id) => response.Headers["request-id"] = id;

    public override JsonObject Error(ModelError error, string id) =>
        new()
        {
            ["type"] = "error",
            ["error"] = new JsonObject
            {
                ["type"] = error.Status switch
                {
                    401 => "authentication_error",
                    403 => "permission_error",
                    404 => "not_found_error",
                    413 => "request_too_large",
                    429 => "rate_limit_error",
                    504 => "timeout_error",
                    529 => "overloaded_error",
                    >= 500 => "api_error",
                    _ => "invalid_request_error",
                },
                ["message"] = error.Message,
            },
            ["request_id"] = id,
        };

    public override JsonObject Whole(ModelExchange exchange, ModelCall call, string text, ReplyFinish finish)
    {
        JsonObject message = Message(exchange, call);
        message["content"] =
            finish == ReplyFinish.Refused ? new JsonArray() : new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text });
        message["stop_reason"] = StopReason(finish);
        message["usage"]!["output_tokens"] = exchange.WrittenTokens;
        return message;
    }

    public override IEnumerable<string> Opening(ModelExchange exchange, ModelCall call) =>
        [
            Event("message_start", new JsonObject { ["message"] = Message(exchange, call) }),
            Event(
                "content_block_start",
                new JsonObject
                {
                    ["index"] = 0,
                    ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" },
                }
            ),
            Event("ping", []),
        ];

    public override string Token(ModelExchange exchange, ModelCall call, string token) =>
        Event(
            "content_block_delta",
            new JsonObject
            {
                ["index"] = 0,
                ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = token },
            }
        );

    public override IEnumerable<string> Closing(ModelExchange exchange, ModelCall call, ReplyFinish finish) =>
        [
            Event("content_block_stop", new JsonObject { ["index"] = 0 }),
            Event(
                "message_delta",
                new JsonObject
                {
                    ["delta"] = new JsonObject { ["stop_reason"] = StopReason(finish), ["stop_sequence"] = null },
                    ["usage"] = new JsonObject { ["output_tokens"] = exchange.WrittenTokens },
                }
            ),
            Event("message_stop", []),
        ];

    public override string ErrorEvent(ModelError error, string id)
    {
        JsonObject body = Error(error, id);
        body.Remove("type");
        return Event("error", body);
    }

    public override string BrokenEvent() =>
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\n\n";

    /// <summary>GET /v1/models.</summary>
    public JsonObject ModelList()
    {
        IReadOnlyList<string> names = Options.ModelNames.Count > 0 ? Options.ModelNames : ["fake-model"];
        return new JsonObject
        {
            ["data"] = new JsonArray([
                .. names.Select(static name => new JsonObject
                {
                    ["type"] = "model",
                    ["id"] = name,
                    ["display_name"] = name,
                    ["created_at"] = "2024-01-01T00:00:00Z",
                }),
            ]),
            ["has_more"] = false,
            ["first_id"] = names[0],
            ["last_id"] = names[^1],
        };
    }

    private static JsonObject Message(ModelExchange exchange, ModelCall call) =>
        new()
        {
            ["id"] = $"msg_{exchange.Id}",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = call.Model,
            ["content"] = new JsonArray(),
            ["stop_reason"] = null,
            ["stop_sequence"] = null,
            ["usage"] = new JsonObject { ["input_tokens"] = exchange.InputTokens, ["output_tokens"] = 1 },
        };

    private static string Event(string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        return $"event: {type}\ndata: {data.ToJsonString(EventJson)}\n\n";
    }

    private static string StopReason(ReplyFinish finish) =>
        finish switch
        {
            ReplyFinish.Length => "max_tokens",
            ReplyFinish.Refused => "refusal",
            ReplyFinish.StopText => "stop_sequence",
            _ => "end_turn",
        };
}
