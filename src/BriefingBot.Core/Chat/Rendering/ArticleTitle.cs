using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>The title of an article as it may be shown.</summary>
public static class ArticleTitle
{
    /// <summary>What stands for a title that is nothing but an order to a machine.</summary>
    public const string Withheld = "Untitled";

    /// <summary>The title without what talks to the machine that reads it. A headline that is in another script as a whole is its article's own language, not a disguise.</summary>
    public static string Of(ArticleHeader article)
    {
        bool? inEnglish = ForeignText.HasOtherScript(article.Title) && ForeignText.IsForeign(article.Title) ? false : null;
        return PlantedInstructions.Without(article.Title, inEnglish) is { Length: > 0 } title ? title : Withheld;
    }
}
