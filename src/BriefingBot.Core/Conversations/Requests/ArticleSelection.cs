using System.Globalization;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>The articles that were found.</summary>
/// <param name="Articles">Newest first, undated last.</param>
/// <param name="Total">How many the coverage has in all.</param>
/// <param name="Request">What was asked for, the source's name as the coverage writes it.</param>
/// <param name="IsNear">None has the topic's words; these are near in meaning.</param>
/// <param name="HasUnknownSource">No article is by the source that was named.</param>
/// <param name="IsByAuthor">The source is an author, not an outlet.</param>
internal sealed record ArticleSelection(
    IReadOnlyList<ArticleHeader> Articles,
    int Total,
    ArticleRequest Request,
    bool IsNear,
    bool HasUnknownSource,
    bool IsByAuthor
)
{
    /// <summary>The number in words: <c>1 article</c>, <c>1,204 articles</c>, <c>no article</c>.</summary>
    public static string Count(int count) =>
        count switch
        {
            0 => "no article",
            1 => "1 article",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} articles"),
        };

    /// <summary>What limits it, to follow "articles": <c> about “NATO” from Reuters, published June 1 to 7, 2024</c>.</summary>
    public string Limits =>
        (Request.Topic is { } topic ? $" {(Request.Mentions ? "mentioning" : "about")} “{topic}”" : "")
        + (Request.Source is { } source ? $" {(IsByAuthor ? "by" : "from")} {source}" : "")
        + (Request.Period is { } period ? $", published {PeriodText.Of(period)}" : "");

    /// <summary>When they were published: <c>June 21, 2024 to July 3, 2024, 2 undated</c>.</summary>
    public string Dates
    {
        get
        {
            DateOnly[] days = [.. Articles.Where(article => article.Published is not null).Select(article => article.Published!.Value.Day)];
            int undated = Articles.Count - days.Length;
            string rest = undated == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{undated:N0} undated");
            return days.Length == 0
                ? rest
                : (
                    days.Min() == days.Max()
                        ? $"dated {ReadableDate.Of(days.Min())}"
                        : $"dated {ReadableDate.Of(days.Min())} to {ReadableDate.Of(days.Max())}"
                ) + (undated == 0 ? "" : $", {rest}");
        }
    }
}
