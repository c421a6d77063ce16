using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.WebApi.Methods;

namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>The way of every call: faults, token, scopes, rate limits, the method, the record.</summary>
internal sealed class WebApiEndpoint(SlackState state)
{
    public const string Prefix = "/api/";
    private readonly RateLimiter _limiter = new(state);
    private readonly Dictionary<string, WebApiMethod> _methods = MethodTable
        .All()
        .ToDictionary(static method => method.Name, StringComparer.Ordinal);

    public static void Map(WebApplication app, SlackState state)
    {
        WebApiEndpoint endpoint = new(state);
        app.MapMethods(Prefix + "{method}", ["GET", "POST"], (HttpContext context, string method) => endpoint.HandleAsync(context, method));
    }

    private async Task HandleAsync(HttpContext context, string name)
    {
        (JsonObject? arguments, bool isJson, string? warning) = await ArgumentReader.ReadAsync(context.Request, context.RequestAborted);
        string? token = BearerOf(context.Request);
        await FaultyAnswer.SendAsync(state, context, name, arguments ?? [], () => Answer(name, arguments, isJson, warning, token));
    }

    private ApiAnswer Answer(string name, JsonObject? arguments, bool isJson, string? warning, string? token)
    {
        try
        {
            if (!_methods.TryGetValue(name, out WebApiMethod? method))
            {
                throw new SlackErrorException("unknown_method");
            }

            WebApiRequest request = new(
                state,
                isJson && !method.TakesJson ? [] : arguments ?? throw new SlackErrorException("invalid_json")
            );
            Authorize(method, isJson ? null : request.Text("token"), token);
            if (_limiter.Take(method, request.Text("channel")) is { } wait)
            {
                return ApiAnswer.RateLimited(wait);
            }

            if (method.Scopes.Count > 0)
            {
                request.DemandScope([.. method.Scopes]);
            }

            JsonObject answer = method.Handle(request);
            return new ApiAnswer(
                StatusCodes.Status200OK,
                Finish(answer, warning is null ? request.Warnings : [.. request.Warnings, warning])
            );
        }
        catch (SlackErrorException exception)
        {
            return ApiAnswer.Failed(state, exception);
        }
    }

    private void Authorize(WebApiMethod method, string? inBody, string? inHeader)
    {
        if (method.IsForApp)
        {
            if (inBody is not null)
            {
                throw new SlackErrorException("invalid_arguments", "[ERROR] the token belongs in the Authorization header");
            }

            string given = inHeader ?? throw new SlackErrorException("not_authed");
            if (given != state.Options.AppToken)
            {
                throw new SlackErrorException(given == state.BotToken ? "not_allowed_token_type" : "invalid_auth");
            }

            return;
        }

        string token = inHeader ?? inBody ?? throw new SlackErrorException("not_authed");
        if (token != state.BotToken)
        {
            throw new SlackErrorException(token == state.Options.AppToken ? "not_allowed_token_type" : "invalid_auth");
        }

        if (state.TokenError is { } error)
        {
            throw new SlackErrorException(error);
        }
    }

    private static JsonObject Finish(JsonObject answer, List<string> warnings)
    {
        answer.Insert(0, "ok", true);
        if (warnings.Count > 0)
        {
            answer["warning"] = string.Join(',', warnings);
            JsonObject metadata = answer["response_metadata"] as JsonObject ?? [];
            metadata["warnings"] = new JsonArray([.. warnings.Select(static warning => (JsonNode)warning)]);
            answer["response_metadata"] ??= metadata;
        }

        return answer;
    }

    private static string? BearerOf(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length > 7 ? header[7..] : null;
    }
}
