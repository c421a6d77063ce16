using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Sources.Feeds;

namespace BriefingBot.Sources.Fetching;

/// <summary>Reads a sitemap or an index of sitemaps (sitemaps.org), packed or not, with the news extension.</summary>
internal sealed class Sitemap
{
    private const int MostAddresses = 50_000;
    private const int MostBytes = 64 * 1024 * 1024;

    private Sitemap(IReadOnlyList<ListedItem> pages, IReadOnlyList<Uri> sitemaps)
    {
        Pages = pages;
        Sitemaps = sitemaps;
    }

    /// <summary>The pages that it lists.</summary>
    public IReadOnlyList<ListedItem> Pages { get; }

    /// <summary>The sitemaps that it lists, the newest first.</summary>
    public IReadOnlyList<Uri> Sitemaps { get; }

    /// <param name="content">The file.</param>
    /// <param name="address">Where it was found, for addresses without a host.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SourceException">It is none.</exception>
    public static Sitemap Read(byte[] content, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var root = SafeXml.Load(content is [0x1F, 0x8B, ..] ? Unpack(content) : content, cancellationToken);
            return root.Name.LocalName switch
            {
                "urlset" => new Sitemap(
                    [.. Children(root, "url").Take(MostAddresses).Select(url => Page(url, address)).OfType<ListedItem>()],
                    []
                ),
                "sitemapindex" => new Sitemap(
                    [],
                    [
                        .. Children(root, "sitemap")
                            .OrderByDescending(static map => Child(map, "lastmod") ?? "", StringComparer.Ordinal)
                            .Select(map => Absolute(Child(map, "loc"), address))
                            .OfType<Uri>(),
                    ]
                ),
                var name => throw new SourceException($"not a sitemap: its first element is <{name}>."),
            };
        }
        catch (XmlException exception)
        {
            throw SafeXml.Refusal(exception);
        }
        catch (InvalidDataException)
        {
            throw new SourceException("a broken archive (.gz).");
        }
    }

    private static ListedItem? Page(XElement url, Uri address)
    {
        if (Absolute(Child(url, "loc"), address) is not { } page)
        {
            return null;
        }

        var news = Children(url, "news").FirstOrDefault();
        return new ListedItem
        {
            Page = page,
            Modified = Child(url, "lastmod") ?? Child(news, "publication_date"),
            Fields = news is null
                ? SourceMetadata.Empty
                : new SourceMetadata
                {
                    Title = Child(news, "title"),
                    Published = Child(news, "publication_date"),
                    Outlet = Child(Children(news, "publication").FirstOrDefault(), "name"),
                },
        };
    }

    private static Uri? Absolute(string? text, Uri address) =>
        text is not null && Uri.TryCreate(address, text, out var absolute) && absolute.Scheme is "http" or "https" ? absolute : null;

    private static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);

    private static string? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static byte[] Unpack(byte[] content)
    {
        using GZipStream packed = new(new MemoryStream(content), CompressionMode.Decompress);
        using MemoryStream unpacked = new();
        byte[] buffer = new byte[64 * 1024];
        while (packed.Read(buffer) is var read and > 0)
        {
            if (unpacked.Length + read > MostBytes)
            {
                throw new SourceException($"it unpacks to more than {MostBytes / (1024 * 1024)} megabytes.");
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }
}
