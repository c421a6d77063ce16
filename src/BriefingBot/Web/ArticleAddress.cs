using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.Web;

/// <summary>
/// Addresses of articles. Ids may hold <c>/</c>, <c>#</c>, <c>?</c> and <c>%</c>, so they are written URL-encoded and read from the raw
/// target.
/// </summary>
internal static class ArticleAddress
{
    /// <summary>What the reader's addresses begin with.</summary>
    public const string ReaderPrefix = "/articles/";

    /// <summary>What the addresses of comparisons begin with.</summary>
    public const string ChangesPrefix = "/changes/";

    /// <summary>The article in the reader.</summary>
    public static string Of(ArticleId id) => ReaderPrefix + Uri.EscapeDataString(id.Value);

    /// <summary>The quoted passage in the reader, with the quote marked.</summary>
    public static string Of(Citation citation) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(citation.Passage.Article)}?revision={citation.Passage.Revision}"
                + $"&start={citation.Start}&end={citation.End}#{citation.Passage.Anchor}"
        );

    /// <summary>Two revisions side by side.</summary>
    public static string OfChanges(ArticleId id, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{ChangesPrefix}{Uri.EscapeDataString(id.Value)}?from={from}&to={to}");

    /// <summary>Reads the id that follows the prefix in the request's target.</summary>
    public static bool TryReadId(HttpContext context, string prefix, out ArticleId id)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int query = target.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? target : target[..query];
        int start = path.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        return ArticleId.TryParse(start < 0 ? null : Uri.UnescapeDataString(path[(start + prefix.Length)..]), out id);
    }
}
