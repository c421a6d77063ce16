using System.Text;

namespace BriefingBot.Slack.Http;

/// <summary>What a request is answered with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Null when there is no body.</param>
/// <param name="Body">UTF-8.</param>
public sealed record SlackHttpResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>200 without a body.</summary>
    internal static SlackHttpResponse Done { get; } = new(200, null, ReadOnlyMemory<byte>.Empty);

    /// <summary>A line of text.</summary>
    internal static SlackHttpResponse Say(int status, string text) =>
        new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
