using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>The title of an article as it may be shown and sent to a model.</summary>
public static class ArticleTitle
{
    /// <summary>What stands for a title that is nothing but an order to a machine.</summary>
    public const string Withheld = "Untitled";

    /// <summary>The title without what talks to the machine that reads it.</summary>
    public static string Of(ArticleHeader article) =>
        PlantedInstructions.WithoutInTitle(article.Title) is { Length: > 0 } title ? title : Withheld;
}
