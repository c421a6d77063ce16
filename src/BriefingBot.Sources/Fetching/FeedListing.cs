using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Sources.Feeds;

namespace BriefingBot.Sources.Fetching;

/// <summary>The items of a feed of any kind.</summary>
internal static class FeedListing
{
    private static readonly FeedFormat Format = new();

    /// <summary>Reads RSS, Atom or JSON.</summary>
    /// <exception cref="SourceException">It is none of them.</exception>
    public static IReadOnlyList<ListedItem> Read(byte[] content, Uri address, CancellationToken cancellationToken)
    {
        var documents = FirstOf(content) == '{' ? JsonFeed.Read(content) : Format.Read(content, cancellationToken);
        return [.. documents.Select(document => Item(document, address))];
    }

    private static ListedItem Item(SourceDocument document, Uri address)
    {
        var page =
            document.Fields.Url is { } url && Uri.TryCreate(address, url, out var absolute) && absolute.Scheme is "http" or "https"
                ? absolute
                : null;
        if (page is not null)
        {
            document = document with { Fields = document.Fields with { Url = page.AbsoluteUri } };
        }

        return new ListedItem
        {
            ItemId = document.Id ?? page?.AbsoluteUri,
            Page = page,
            Modified = Revision(document),
            Document = document,
        };
    }

    // Few feeds say when an item changed; that what they tell of it changed shows it as well.
    private static string Revision(SourceDocument document) =>
        document.Fields.Updated
        ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Fields.Title}\n{document.Text}")).AsSpan(0, 10));

    private static char FirstOf(byte[] content)
    {
        foreach (byte b in content)
        {
            if (b is not (0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return (char)b;
            }
        }

        return '\0';
    }
}
