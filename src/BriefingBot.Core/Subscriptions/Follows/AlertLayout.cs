using System.Globalization;
using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>An alert as blocks: an entry an article, with why it is told. Thread-safe.</summary>
public sealed class AlertLayout(ArticleLinks links)
{
    /// <param name="found">All that is told of.</param>
    /// <param name="count">How many are named; the others are counted.</param>
    public IReadOnlyList<AnswerBlock> Of(IReadOnlyList<FollowedArticle> found, int count)
    {
        string title = found.Count == 1 ? "Alert" : string.Create(CultureInfo.InvariantCulture, $"Alert: {found.Count:N0} new articles");
        AnswerBlock[] blocks =
        [
            new AnswerBlock(AnswerBlockKind.Paragraph, [new AnswerUnit([new Inline(title, InlineKind.Strong)])]),
            .. found.Take(count).Select(EntryOf),
        ];
        int left = found.Count - count;
        return left <= 0
            ? blocks
            :
            [
                .. blocks,
                new AnswerBlock(
                    AnswerBlockKind.Footer,
                    [AnswerUnit.Of(string.Create(CultureInfo.InvariantCulture, $"and {left:N0} more; \"latest\" lists them."))]
                ),
            ];
    }

    private AnswerBlock EntryOf(FollowedArticle found)
    {
        string interests = string.Join(", ", found.Why.Select(static interest => OneLine.Of(interest.ToString())));
        List<Inline> why = [new Inline($"follows {interests}", InlineKind.Emphasis)];
        if (found.Reports > 1)
        {
            why.Add(new Inline(string.Create(CultureInfo.InvariantCulture, $" · {found.Reports} reports")));
        }

        var article = SourceLine.Of(found.Article, links.Of(found.Article)) with { KeepsWithNext = true };
        return new AnswerBlock(AnswerBlockKind.Entry, [article, new AnswerUnit(why)]);
    }
}
