using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>Status and JSON body (none with 204).</summary>
internal sealed record RestResponse(int Status, JsonNode? Body)
{
    public static RestResponse NoContent { get; } = new(204, null);

    public static RestResponse Ok(JsonNode body) => new(200, body);
}
