using System.Text;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Sources.Pages;

namespace BriefingBot.Sources.Fetching;

/// <summary>Reads feeds, sitemaps, pages and lists of records over HTTP. Thread-safe.</summary>
internal sealed class SourceFetcher(GuardedHttp http) : ISourceFetcher
{
    private const int MostSitemaps = 20;
    private static readonly HtmlFormat Pages = new();

    /// <inheritdoc/>
    public async Task<SourceListing> ListAsync(CoverageSource source, SourceState state, CancellationToken cancellationToken)
    {
        var address = AddressOf(source);
        var content = await http.GetAsync(
            await RequestAsync(source, address, cancellationToken) with
            {
                ETag = state.ETag,
                LastModified = state.LastModified,
            },
            cancellationToken
        );
        if (content.IsUnchanged)
        {
            return new SourceListing([]) { IsUnchanged = true };
        }

        try
        {
            var listing = source.Kind switch
            {
                SourceKind.Feed => new SourceListing(FeedListing.Read(content.Body, content.Address, cancellationToken)),
                SourceKind.Sitemap => await SitemapAsync(source, content, cancellationToken),
                SourceKind.Page => new SourceListing([
                    new ListedItem
                    {
                        ItemId = source.Location,
                        Page = address,
                        Document = Page(content, cancellationToken),
                    },
                ]),
                SourceKind.PageList => PageListing.Read(content.Body, content.Address),
                SourceKind.JsonLines => JsonLinesListing.Read(content.Body, cancellationToken),
                _ => throw new FetchException($"a {source.Kind} is not fetched."),
            };
            return listing with { ETag = content.ETag, LastModified = content.LastModified };
        }
        catch (SourceException exception)
        {
            throw new FetchException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public async Task<FetchedPage?> ReadPageAsync(CoverageSource source, Uri page, PageVersion? known, CancellationToken cancellationToken)
    {
        var content = await http.GetAsync(
            await RequestAsync(source, page, cancellationToken) with
            {
                AsksRobots = true,
                ETag = known?.ETag,
                LastModified = known?.LastModified,
            },
            cancellationToken
        );
        if (content.IsUnchanged)
        {
            return null;
        }

        try
        {
            return new FetchedPage(Page(content, cancellationToken), new PageVersion(content.ETag, content.LastModified));
        }
        catch (SourceException exception)
        {
            throw new FetchException(exception.Message, exception);
        }
    }

    private static SourceDocument Page(FetchedContent content, CancellationToken cancellationToken)
    {
        if (content.MediaType is { } type && !type.Contains("html", StringComparison.Ordinal) && type != "text/plain")
        {
            throw new SourceException($"it is {type}, not a page.");
        }

        var document = Pages.Read(content.Body, cancellationToken)[0];
        return document with { Fields = document.Fields with { Url = document.Fields.Url ?? content.Address.AbsoluteUri } };
    }

    private async Task<SourceListing> SitemapAsync(CoverageSource source, FetchedContent content, CancellationToken cancellationToken)
    {
        var map = Sitemap.Read(content.Body, content.Address, cancellationToken);
        List<ListedItem> pages = [.. map.Pages];
        List<string> notes = [];
        if (map.Sitemaps.Count > MostSitemaps)
        {
            notes.Add($"it lists {map.Sitemaps.Count} sitemaps, of which the {MostSitemaps} newest were read.");
        }

        foreach (var inner in map.Sitemaps.Take(MostSitemaps))
        {
            try
            {
                var fetched = await http.GetAsync(await RequestAsync(source, inner, cancellationToken), cancellationToken);
                pages.AddRange(Sitemap.Read(fetched.Body, fetched.Address, cancellationToken).Pages);
            }
            catch (Exception exception) when (exception is FetchException or SourceException)
            {
                notes.Add($"{inner}: {exception.Message}");
            }
        }

        return new SourceListing(pages) { Notes = notes };
    }

    private static Uri AddressOf(CoverageSource source) =>
        Uri.TryCreate(source.Location, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new FetchException($"'{source.Location}' is not an http or https address.");

    private static async Task<FetchRequest> RequestAsync(CoverageSource source, Uri address, CancellationToken cancellationToken)
    {
        var own = AddressOf(source);
        bool isOwn = address.Scheme == own.Scheme && address.Authority == own.Authority;
        return new FetchRequest(address)
        {
            AllowsPrivate = source.AllowsPrivate,
            Language = source.Language,
            Authorization = isOwn ? await AuthorizationAsync(source, cancellationToken) : null,
        };
    }

    private static async Task<string?> AuthorizationAsync(CoverageSource source, CancellationToken cancellationToken)
    {
        if (source.CredentialsFile is null)
        {
            return null;
        }

        string text;
        try
        {
            text = (await File.ReadAllTextAsync(source.CredentialsFile, cancellationToken)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FetchException($"its credentials cannot be read: {exception.Message}", exception);
        }

        return text.Contains(' ', StringComparison.Ordinal) ? text : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}";
    }
}
