using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>An outlet or an author of the coverage.</summary>
/// <param name="Name">As the coverage writes it.</param>
/// <param name="IsAuthor">An author, not an outlet.</param>
internal sealed record SourceName(string Name, bool IsAuthor)
{
    /// <summary>What stands where an article names none.</summary>
    public const string NoOutlet = "No outlet named";

    /// <summary>Did the source publish or write it?</summary>
    public bool IsOf(ArticleHeader article) => Holds(IsAuthor ? article.Byline : OutletOf(article), Name);

    /// <summary>The source that is meant, by the words of its name; null when no article is by it. Outlets come before authors.</summary>
    public static SourceName? Find(string typed, IReadOnlyList<ArticleHeader> articles)
    {
        string? outlet = Best(typed, articles.Select(OutletOf));
        return outlet is not null ? new SourceName(outlet, false)
            : Best(typed, articles.Select(article => article.Byline)) is { } author ? new SourceName(author, true)
            : null;
    }

    /// <summary>The outlet, or the site that the article's address is of; null when neither is known.</summary>
    public static string? OutletOf(ArticleHeader article) =>
        !string.IsNullOrWhiteSpace(article.Outlet) ? article.Outlet
        : Uri.TryCreate(article.Url, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..]
                : address.Host
        : null;

    private static string? Best(string typed, IEnumerable<string?> names) =>
        names
            .OfType<string>()
            .Where(name => Holds(name, typed))
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name.Key.Length)
            .ThenBy(name => name.Key, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault()
            ?.Key;

    /// <summary>Do the words of the second stand in the first, one after the other?</summary>
    private static bool Holds(string? name, string typed)
    {
        if (name is null)
        {
            return false;
        }

        string[] words = Words(typed);
        string[] all = Words(name);
        return words.Length > 0
            && Enumerable
                .Range(0, Math.Max(0, all.Length - words.Length + 1))
                .Any(start => all.AsSpan(start, words.Length).SequenceEqual(words));
    }

    private static string[] Words(string text) =>
        [
            .. WordTokenizer
                .Tokenize(text)
                .Select(token => text.Substring(token.Start, token.Length).ToLowerInvariant())
                .Where(word => word is not ("the" or "com" or "org" or "net" or "www")),
        ];
}
