using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BriefingBot.Slack.WebApi;

/// <summary>The body of an answer that was granted.</summary>
/// <param name="Method">What was called.</param>
/// <param name="Body">UTF-8 JSON.</param>
internal sealed record WebApiResponse(string Method, byte[] Body)
{
    /// <summary>What the token may do, as the answer's header tells; empty where it tells nothing.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <exception cref="SlackApiException">It is not what was expected.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new SlackApiException(Method, $"The answer to {Method} cannot be read: {exception.Message}", exception)
            {
                Status = System.Net.HttpStatusCode.OK,
            };
        }
    }

    /// <summary>What the answer should hold.</summary>
    /// <exception cref="SlackApiException">It does not.</exception>
    public T Demand<T>(T? value, string field)
        where T : class =>
        value ?? throw new SlackApiException(Method, $"The answer to {Method} has no {field}.") { Status = System.Net.HttpStatusCode.OK };
}
