using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>
/// Where a citation leads: to the marked quote in the article reader when a public address is configured, else to the article's own
/// address, else nowhere. Thread-safe.
/// </summary>
public sealed class ArticleLinks(IOptions<ChatOptions> options)
{
    private readonly string? _reader = Under(options, "/articles/");
    private readonly string? _changes = Under(options, "/changes/");

    /// <summary>The quote.</summary>
    public string? Of(Citation citation) =>
        _reader is null
            ? OwnAddress(citation.Article)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Reader(citation.Passage.Article)}?revision={citation.Passage.Revision}"
                    + $"&start={citation.Start}&end={citation.End}#{citation.Passage.Anchor}"
            );

    /// <summary>The article.</summary>
    public string? Of(ArticleHeader article) => _reader is null ? OwnAddress(article) : Reader(article.Id);

    /// <summary>Two revisions side by side; null without a public address.</summary>
    public string? OfChanges(ArticleId article, int from, int to) =>
        _changes is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{_changes}{Uri.EscapeDataString(article.Value)}?from={from}&to={to}");

    private static string? Under(IOptions<ChatOptions> options, string path) =>
        options.Value.PublicBaseUrl is { } address ? address.TrimEnd('/') + path : null;

    private string Reader(ArticleId id) => _reader + Uri.EscapeDataString(id.Value);

    private static string? OwnAddress(ArticleHeader article) =>
        Uri.TryCreate(article.Url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;
}
