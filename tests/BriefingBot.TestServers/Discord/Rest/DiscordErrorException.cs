using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>An error answer with Discord's JSON error code.</summary>
internal sealed class DiscordErrorException(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status => status;

    public JsonObject ToJson()
    {
        JsonObject json = new() { ["message"] = Message, ["code"] = code };
        if (errors is not null)
        {
            json["errors"] = errors;
        }

        return json;
    }

    public static DiscordErrorException MissingAccess() => new(403, 50001, "Missing Access");

    public static DiscordErrorException MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static DiscordErrorException UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static DiscordErrorException UnknownMessage() => new(404, 10008, "Unknown Message");

    public static DiscordErrorException UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static DiscordErrorException UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static DiscordErrorException InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");

    public static DiscordErrorException Unauthorized() => new(401, 0, "401: Unauthorized");

    public static DiscordErrorException NotFound() => new(404, 0, "404: Not Found");
}
