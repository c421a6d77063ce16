using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Encoding;

/// <summary>What of a passage is embedded: running text behind its title, everything else by itself.</summary>
internal static class PassageTexts
{
    /// <summary>One text a passage, in order.</summary>
    public static IEnumerable<string> Of(Article article) =>
        article.Passages.Select(passage => Of(passage.Kind, article.Title, article.Text[passage.Start..passage.End]));

    /// <summary>That of one passage.</summary>
    public static string Of(PassageKind kind, string title, string text) => kind == PassageKind.Body ? title + ". " + text : text;
}
