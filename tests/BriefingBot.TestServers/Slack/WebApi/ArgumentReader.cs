using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>Reads query, form or JSON body.</summary>
internal static class ArgumentReader
{
    /// <summary>The arguments and the warning that the content type earns; null when a JSON body is none.</summary>
    public static async Task<(JsonObject? Arguments, bool IsJson, string? Warning)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        JsonObject arguments = [];
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query)
        {
            arguments[name] = values.ToString();
        }

        if (request.HasJsonContentType())
        {
            string? warning = request.ContentType!.Contains("charset", StringComparison.OrdinalIgnoreCase) ? null : "missing_charset";
            return (await ReadJsonAsync(request, cancellationToken), true, warning);
        }

        if (request.HasFormContentType)
        {
            IFormCollection form = await request.ReadFormAsync(cancellationToken);
            foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in form)
            {
                arguments[name] = values.ToString();
            }
        }

        return (arguments, false, null);
    }

    private static async Task<JsonObject?> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
