using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>A request as the handlers see it.</summary>
internal sealed class RestRequest(HttpContext context, JsonNode? body)
{
    public JsonNode? Body => body;

    /// <summary>The body when it is an object.</summary>
    public JsonObject Form => body as JsonObject ?? throw new DiscordErrorException(400, 50109, "The request body contains invalid JSON.");

    public string? Query(string name) => context.Request.Query[name] is [{ } value] ? value : null;

    public ulong? QueryId(string name) => ulong.TryParse(Query(name), CultureInfo.InvariantCulture, out ulong id) ? id : null;

    public string Text(string routeValue) => Uri.UnescapeDataString((string)context.Request.RouteValues[routeValue]!);

    public ulong Id(string routeValue)
    {
        if (ulong.TryParse(Text(routeValue), CultureInfo.InvariantCulture, out ulong id))
        {
            return id;
        }

        FormErrors errors = new();
        errors.Add(routeValue, "NUMBER_TYPE_COERCE", $"Value \"{Text(routeValue)}\" is not snowflake.");
        errors.ThrowIfAny();
        return 0;
    }

    public static async Task<JsonNode?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return null;
        }

        try
        {
            if (request.HasFormContentType)
            {
                IFormCollection form = await request.ReadFormAsync(cancellationToken);
                return form["payload_json"] is [{ } payload] ? JsonNode.Parse(payload) : new JsonObject();
            }

            using MemoryStream buffer = new();
            await request.Body.CopyToAsync(buffer, cancellationToken);
            if (buffer.Length == 0)
            {
                return null;
            }

            if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            {
                FormErrors errors = new();
                errors.Add(
                    "",
                    "CONTENT_TYPE_INVALID",
                    "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}."
                );
                errors.ThrowIfAny();
            }

            return JsonNode.Parse(buffer.ToArray());
        }
        catch (JsonException)
        {
            throw new DiscordErrorException(400, 50109, "The request body contains invalid JSON.");
        }
    }
}
