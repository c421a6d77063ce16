namespace BriefingBot.Slack.Http;

/// <summary>What a request is answered with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Null when there is no body.</param>
/// <param name="Body">UTF-8.</param>
public sealed record SlackHttpResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body);
