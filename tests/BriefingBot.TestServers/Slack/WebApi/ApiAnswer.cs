using System.Globalization;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>An answer of the Web API or of a response_url.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Null for a plain text.</param>
/// <param name="PlainText">In place of a JSON body.</param>
internal sealed record ApiAnswer(int Status, JsonObject? Body, string? PlainText = null)
{
    /// <summary>Whole seconds.</summary>
    public string? RetryAfter { get; init; }

    public string? Error =>
        Body is null
            ? Status < 400
                ? null
                : PlainText
            : Body["ok"].Flag() == true
                ? null
                : Body["error"].Text();

    public static ApiAnswer RateLimited(TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, new JsonObject { ["ok"] = false, ["error"] = "ratelimited" })
        {
            RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture),
        };

    public static ApiAnswer Failed(SlackState state, SlackErrorException exception)
    {
        JsonObject body = new() { ["ok"] = false, ["error"] = exception.Error };
        if (exception.Needed is not null)
        {
            body["needed"] = exception.Needed;
            body["provided"] = string.Join(',', state.Options.Scopes);
        }

        if (exception.Messages.Count > 0)
        {
            body["response_metadata"] = new JsonObject
            {
                ["messages"] = new JsonArray([.. exception.Messages.Select(static text => (JsonNode)text)]),
            };
        }

        return new ApiAnswer(StatusCodes.Status200OK, body);
    }
}
