using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Sources.Pages;

/// <summary>What a page says of its article: JSON-LD first, then the tags made for other sites, then what readers see.</summary>
internal static class PageMetadata
{
    private const int LongestByline = 160;

    // Of pages that libraries index.
    private static readonly string[] CitationDates = ["citation_publication_date", "citation_date"];

    private static readonly string[] PublishedNames =
    [
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "article.published",
        "published-date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
        "article_date_original",
        "originalpublicationdate",
        .. CitationDates,
    ];

    private static readonly string[] UpdatedNames =
    [
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "lastmod",
        "last-modified",
        "revised",
        "dcterms.modified",
        "article.updated",
    ];
    private static readonly string[] AuthorNames =
    [
        "author",
        "byl",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
        "og:article:author",
    ];

    /// <summary>Reads the fields.</summary>
    public static SourceMetadata Read(IHtmlDocument document)
    {
        var linked = LinkedData.Read(document);
        var metas = Metas(document);
        string? url =
            linked.Url ?? document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? First(metas, ["og:url", "twitter:url"]);
        string? site = linked.Outlet ?? First(metas, ["og:site_name", "application-name", "dc.publisher"]);
        return new SourceMetadata
        {
            Title = Headline(document, linked.Title, metas, site),
            Outlet = site,
            Byline = linked.Byline ?? First(metas, AuthorNames, value => !IsAddress(value)) ?? PrintedByline(document),
            Published = linked.Published ?? First(metas, PublishedNames) ?? TimeOf(document),
            Updated = linked.Updated ?? First(metas, UpdatedNames),
            Url = Absolute(url),
        };
    }

    private static string? Headline(IHtmlDocument document, string? linked, Dictionary<string, string> metas, string? site)
    {
        string[] headings = [.. document.QuerySelectorAll("h1").Select(Text).Where(text => text.Length > 0)];
        string? shared = First(metas, ["og:title", "twitter:title", "dc.title", "parsely-title", "title"]);
        string? page = document.Title;
        string? printed =
            headings.FirstOrDefault(heading =>
                heading == linked || (shared ?? page)?.Contains(heading, StringComparison.OrdinalIgnoreCase) == true
            )
            ?? document.QuerySelectorAll("article h1, main h1, [itemprop=headline]").Select(Text).FirstOrDefault(text => text.Length > 0)
            ?? (headings is [var only] && only != site ? only : null);
        return linked ?? printed ?? WithoutSite(shared, site) ?? WithoutSite(page, site);
    }

    // "Council opens bridge | The Daily Example".
    private static string? WithoutSite(string? title, string? site)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return null;
        }

        foreach (string separator in (string[])[" | ", " — ", " – ", " - ", " :: ", " » "])
        {
            int cut = title.LastIndexOf(separator, StringComparison.Ordinal);
            string tail = cut < 0 ? "" : title[(cut + separator.Length)..].Trim();
            if (
                cut > 0
                && (
                    tail.Equals(site, StringComparison.OrdinalIgnoreCase)
                    || (site is null && tail.Count(' '.Equals) < 4 && title[..cut].Count(' '.Equals) > 2)
                )
            )
            {
                return title[..cut].Trim();
            }
        }

        return title.Trim();
    }

    private static string? PrintedByline(IHtmlDocument document) =>
        document
            .QuerySelectorAll(
                "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline, .author-name, "
                    + ".article-author, .author, .c-byline, [data-testid*=byline]"
            )
            .Select(Text)
            .Select(text => text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? text[3..].Trim() : text)
            .FirstOrDefault(text => text.Length is > 2 and <= LongestByline);

    private static string? TimeOf(IHtmlDocument document) =>
        (
            document.QuerySelector("time[itemprop=datePublished], time[pubdate], [itemprop=datePublished]")
            ?? document.QuerySelector("article time[datetime], main time[datetime], header time[datetime], time[datetime]")
            ?? document.QuerySelector("article time, main time, time")
        )
            is { } time
            ? Blank(time.GetAttribute("datetime")) ?? Blank(time.GetAttribute("content")) ?? Blank(Text(time))
            : null;

    private static Dictionary<string, string> Metas(IHtmlDocument document)
    {
        Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            string? name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (Blank(name) is not null && Blank(meta.GetAttribute("content")) is { } value)
            {
                metas.TryAdd(name!, value);
            }
        }

        return metas;
    }

    private static string? First(Dictionary<string, string> metas, string[] names, Func<string, bool>? fits = null)
    {
        foreach (string name in names)
        {
            if (metas.TryGetValue(name, out string? value) && (fits is null || fits(value)))
            {
                return value;
            }
        }

        return null;
    }

    private static bool IsAddress(string value) => value.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string? Absolute(string? url) =>
        url is not null
        && Uri.TryCreate(url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : null;

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
