using System.Net;
using System.Text;

namespace BriefingBot.TestServers.News;

/// <summary>What stands at one address of the fake news host.</summary>
public sealed record FakeNewsPage
{
    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Its media type; null for none.</summary>
    public string? MediaType { get; init; } = "text/html; charset=utf-8";

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>Where it redirects to; null for nowhere.</summary>
    public string? Location { get; init; }

    /// <summary>Its ETag; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>Seconds of a Retry-After; null for none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The credentials that it wants, as <c>user:password</c>; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>Never answers, until the client hangs up.</summary>
    public bool Hangs { get; init; }

    /// <summary>Answers once this has ended; null for at once.</summary>
    public Task? Waits { get; init; }

    /// <summary>Promises twice what it sends, and hangs up.</summary>
    public bool IsCut { get; init; }

    /// <summary>Sends the body over and over, without end.</summary>
    public bool IsEndless { get; init; }

    /// <summary>A page, feed or file of text.</summary>
    public static FakeNewsPage Of(string text, string? mediaType = "text/html; charset=utf-8") =>
        new()
        {
            Body = Encoding.UTF8.GetBytes(text),
            MediaType = mediaType,
            ETag =
                $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6))}\"",
        };
}
