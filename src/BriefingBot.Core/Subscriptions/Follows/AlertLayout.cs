using System.Globalization;
using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>An alert as blocks: an entry an article, with why it is told. Thread-safe.</summary>
public sealed class AlertLayout(ArticleLinks links)
{
    /// <summary><c>Alert: 12 new articles</c>.</summary>
    public static string TitleOf(int articles) =>
        articles == 1 ? "Alert" : string.Create(CultureInfo.InvariantCulture, $"Alert: {articles:N0} new articles");

    /// <param name="title">What it is; null behind the first page.</param>
    /// <param name="found">All that is told of.</param>
    /// <param name="count">How many are named; the others are counted, for the button below.</param>
    public IReadOnlyList<AnswerBlock> Of(string? title, IReadOnlyList<FollowedArticle> found, int count)
    {
        AnswerBlock[] blocks =
        [
            .. title is null
                ? (IEnumerable<AnswerBlock>)[]
                : [new AnswerBlock(AnswerBlockKind.Paragraph, [new AnswerUnit([new Inline(title, InlineKind.Strong)])])],
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
                    [AnswerUnit.Of(string.Create(CultureInfo.InvariantCulture, $"and {left:N0} more"))]
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
