using System.Globalization;
using System.Text.Json;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.Protocol;

namespace BriefingBot.Slack.Http;

/// <summary>A request whose body was read.</summary>
/// <param name="Path">Where it came to.</param>
/// <param name="Header">Gives a header by its name.</param>
/// <param name="Body">As it came.</param>
internal sealed record SlackHttpRequest(SlackHttpPath Path, Func<string, string?> Header, ReadOnlyMemory<byte> Body)
{
    private readonly bool _isForm = FormBody.IsForm(Header("Content-Type"));

    /// <summary>Slack looks whether the address has a certificate: sent without a signature, so nothing else of it counts.</summary>
    public bool IsSslCheck => _isForm && Path != SlackHttpPath.Events && FormBody.Read(Body.Span).GetValueOrDefault("ssl_check") == "1";

    /// <summary>0 for the first try; a retry may be the first that arrives.</summary>
    public int RetryAttempt =>
        int.TryParse(Header("X-Slack-Retry-Num"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <summary>What it brings.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public SlackDelivery ReadDelivery()
    {
        var payload = ReadPayload();
        if (payload.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("it contains no JSON object");
        }

        return new SlackDelivery(Kind, payload)
        {
            RetryAttempt = RetryAttempt,
            RetryReason = Header("X-Slack-Retry-Reason"),
            AcceptsResponsePayload =
                Path == SlackHttpPath.Commands
                || (Path == SlackHttpPath.Interactivity && Type(payload) is "view_submission" or "block_suggestion"),
        };
    }

    /// <summary>The type that a payload names; null when it names none.</summary>
    public static string? Type(JsonElement payload) => payload.TryGetProperty("type", out var type) ? JsonText.Of(type) : null;

    private SlackDeliveryKind Kind =>
        Path switch
        {
            SlackHttpPath.Events => SlackDeliveryKind.EventsApi,
            SlackHttpPath.Commands => SlackDeliveryKind.SlashCommand,
            _ => SlackDeliveryKind.Interactive,
        };

    private JsonElement ReadPayload()
    {
        if (Path == SlackHttpPath.Events)
        {
            return JsonElement.Parse(Body.Span);
        }

        var fields = _isForm ? FormBody.Read(Body.Span) : throw new JsonException("it is not a form");
        return Path == SlackHttpPath.Commands
            ? JsonSerializer.SerializeToElement(fields, SlackJsonContext.Default.Fields)
            : JsonElement.Parse(fields.GetValueOrDefault("payload") ?? throw new JsonException("it has no payload"));
    }
}
