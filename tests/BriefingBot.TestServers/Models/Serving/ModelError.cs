namespace BriefingBot.TestServers.Models.Serving;

/// <summary>An error answer, before a protocol gives it its shape.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">For people.</param>
/// <param name="Param">The field at fault (OpenAI).</param>
/// <param name="Code">For programs (OpenAI); null where the original has none.</param>
internal sealed record ModelError(int Status, string Message, string? Param = null, string? Code = null)
{
    /// <summary>Null: no Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
