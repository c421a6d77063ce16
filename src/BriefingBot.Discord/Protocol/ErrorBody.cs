using System.Text.Json;

namespace BriefingBot.Discord.Protocol;

/// <summary>What REST answers when it refuses.</summary>
internal sealed record ErrorBody
{
    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds; with status 429.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>With status 429: every route is meant.</summary>
    public bool Global { get; init; }

    /// <summary>Which fields were wrong, with error 50035.</summary>
    public JsonElement? Errors { get; init; }
}
