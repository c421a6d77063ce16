using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Ingestion;

/// <summary>What of a passage is embedded: running text behind its title, everything else by itself.</summary>
internal static class PassageTexts
{
    /// <summary>One text a passage, in order.</summary>
    public static IEnumerable<string> Of(Article article) => article.Passages.Select(passage => Of(passage.Kind, article.Title, article.Text[passage.Start..passage.End]));

    /// <summary>That of a stored passage.</summary>
    public static string Of(StoredPassage passage) => Of(passage.Kind, passage.Article.Title, passage.Text);

    private static string Of(PassageKind kind, string title, string text) => kind == PassageKind.Body ? title + ". " + text : text;
}
