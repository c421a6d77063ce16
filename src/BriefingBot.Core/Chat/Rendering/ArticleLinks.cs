using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>Where a citation leads: to the marked quote in the article reader when a public address is configured, else to the article's own address, else nowhere. Thread-safe.</summary>
public sealed class ArticleLinks(IOptions<ChatOptions> options)
{
    private readonly string? _reader = options.Value.PublicBaseUrl is { } address ? address.TrimEnd('/') + "/articles/" : null;

    /// <summary>The quote.</summary>
    public string? Of(Citation citation) => _reader is null
        ? OwnAddress(citation.Article)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Reader(citation.Passage.Article)}?revision={citation.Passage.Revision}&start={citation.Start}&end={citation.End}#{citation.Passage.Anchor}");

    /// <summary>The article.</summary>
    public string? Of(ArticleHeader article) => _reader is null ? OwnAddress(article) : Reader(article.Id);

    private string Reader(ArticleId id) => _reader + Uri.EscapeDataString(id.Value);

    private static string? OwnAddress(ArticleHeader article) =>
        Uri.TryCreate(article.Url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;
}
