using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion;

/// <summary>What of a passage is embedded: running text behind its title, everything else by itself.</summary>
internal static class PassageTexts
{
    /// <summary>One text a passage, in order.</summary>
    public static IEnumerable<string> Of(Article article) => article.Passages.Select(passage =>
    {
        string text = article.Text[passage.Start..passage.End];
        return passage.Kind == PassageKind.Body ? article.Title + ". " + text : text;
    });
}
