using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BriefingBot.Discord.Rest;

/// <summary>The body of an answer that was granted.</summary>
/// <param name="Route">What was asked.</param>
/// <param name="Body">UTF-8 JSON, or nothing.</param>
internal sealed record RestResponse(RestRoute Route, byte[] Body)
{
    /// <exception cref="DiscordApiException">It is not what was expected.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new DiscordApiException(
                System.Net.HttpStatusCode.OK,
                0,
                $"The answer to {Route.Key} cannot be read: {exception.Message}",
                exception
            );
        }
    }
}
