using System.Text.Json;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sqlite.Stories;

/// <summary>Any number of article ids as one value, for <c>json_each</c>.</summary>
internal static class IdList
{
    public static string Of(IEnumerable<ArticleId> articles) => JsonSerializer.Serialize(articles.Select(article => article.Value));
}
