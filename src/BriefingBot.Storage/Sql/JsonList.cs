using System.Text.Json;
using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Sql.Chat;

namespace BriefingBot.Storage.Sql;

/// <summary>Any number of texts as one parameter, for <see cref="SqlSession.Each"/>.</summary>
internal static class JsonList
{
    /// <summary>The ids of articles.</summary>
    public static string Of(IEnumerable<ArticleId> articles) => Of(articles.Select(article => article.Value));

    /// <summary>Numbers.</summary>
    public static string Of(IEnumerable<long> numbers) => $"[{string.Join(',', numbers)}]";

    /// <summary>Texts; those with a NUL, which no stored name has and PostgreSQL cannot read, are left out.</summary>
    public static string Of(IEnumerable<string> texts) =>
        JsonSerializer.Serialize(
            [.. texts.Where(static text => !text.Contains('\0', StringComparison.Ordinal))],
            ChatJsonContext.Default.StringArray
        );
}
