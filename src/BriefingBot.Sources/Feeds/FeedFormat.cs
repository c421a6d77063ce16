using System.Xml;
using System.Xml.Linq;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Sources.Feeds;

/// <summary>A feed saved as a file: RSS of all versions, and Atom. Document types, which can grow endlessly, are refused.</summary>
public sealed class FeedFormat : IDocumentFormat
{
    private const int MostEntries = 20_000;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".xml", ".rss", ".atom"];

    /// <inheritdoc/>
    public int MaxBytes => 64 * 1024 * 1024;

    /// <inheritdoc/>
    public bool HoldsMany => true;

    /// <inheritdoc/>
    public IReadOnlyList<SourceDocument> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        byte[] bytes = content.ToArray();
        try
        {
            var root = Load(bytes, cancellationToken);
            return root.Name.LocalName switch
            {
                "rss" or "RDF" => Rss(root),
                "feed" => AtomEntries(root),
                var name => throw new SourceException($"not a feed: its first element is <{name}>, which is neither <rss> nor <feed>."),
            };
        }
        catch (XmlException exception)
        {
            throw SafeXml.Refusal(exception);
        }
    }

    // What people write by hand into a feed's titles breaks it for everybody but browsers.
    private static XElement Load(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            return SafeXml.Load(bytes, cancellationToken);
        }
        catch (XmlException exception) when (FeedRepair.CanHelp(exception))
        {
            if (FeedRepair.Mend(bytes) is not { } mended)
            {
                throw;
            }

            return SafeXml.Load(mended, cancellationToken);
        }
    }

    private static List<SourceDocument> Rss(XElement root)
    {
        string? channel = Child(Descendant(root, "channel"), "title");
        return
        [
            .. root.Descendants()
                .Where(element => element.Name.LocalName == "item")
                .Take(MostEntries)
                .Select(item =>
                    Document(
                        id: Child(item, "guid")
                            ?? Child(item, "link")
                            ?? item.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value,
                        title: Child(item, "title"),
                        outlet: Child(item, "source") ?? channel,
                        byline: Child(item, "creator") ?? PersonOf(Child(item, "author")),
                        published: Child(item, "pubDate") ?? Child(item, "date"),
                        updated: Child(item, "updated") ?? Child(item, "modified"),
                        url: Child(item, "origLink") ?? Child(item, "link"),
                        html: Child(item, "encoded") ?? Child(item, "description") ?? Child(item, "title")
                    )
                ),
        ];
    }

    private static List<SourceDocument> AtomEntries(XElement root)
    {
        string? channel = Child(root, "title");
        return
        [
            .. root.Elements(Atom + "entry")
                .Take(MostEntries)
                .Select(entry =>
                    Document(
                        id: Child(entry, "id"),
                        title: Child(entry, "title"),
                        outlet: Child(entry.Element(Atom + "source"), "title") ?? channel,
                        byline: Joined(entry.Elements(Atom + "author").Select(author => Child(author, "name"))),
                        published: Child(entry, "published") ?? Child(entry, "issued"),
                        updated: Child(entry, "updated"),
                        url: entry
                            .Elements(Atom + "link")
                            .OrderBy(link => (string?)link.Attribute("rel") is null or "alternate" ? 0 : 1)
                            .Select(link => (string?)link.Attribute("href"))
                            .FirstOrDefault(),
                        html: Markup(entry.Element(Atom + "content")) ?? Markup(entry.Element(Atom + "summary")) ?? Child(entry, "title")
                    )
                ),
        ];
    }

    private static SourceDocument Document(
        string? id,
        string? title,
        string? outlet,
        string? byline,
        string? published,
        string? updated,
        string? url,
        string? html
    ) =>
        new(
            new SourceMetadata
            {
                Title = title,
                Outlet = outlet,
                Byline = byline,
                Published = published ?? updated,
                Updated = published is null ? null : updated,
                Url = url,
            },
            html is null ? ""
                : HtmlText.IsMarkup(html) ? HtmlText.ToPlain(html)
                : html,
            DateOrigin.Feed
        )
        {
            Id =
                id is null ? null
                : id.Trim() is { Length: > 0 and <= ArticleId.MaxLength } name ? name
                : null,
        };

    // XHTML stands as elements, HTML as text.
    private static string? Markup(XElement? content) =>
        content is null ? null
        : (string?)content.Attribute("type") == "xhtml" ? string.Concat(content.Nodes())
        : Trimmed(content.Value);

    private static string? Child(XElement? parent, string name) =>
        Trimmed(parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value);

    private static XElement? Descendant(XElement root, string name) =>
        root.Descendants().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Joined(IEnumerable<string?> names) =>
        names.OfType<string>().ToArray() is { Length: > 0 } all ? string.Join(", ", all) : null;

    // "desk@example.com (Jane Doe)".
    private static string? PersonOf(string? author) =>
        author is null ? null
        : author.IndexOf('(', StringComparison.Ordinal) is var open and > 0 && author[^1] == ')' ? author[(open + 1)..^1]
        : author.Contains('@', StringComparison.Ordinal) ? null
        : author;

    private static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
