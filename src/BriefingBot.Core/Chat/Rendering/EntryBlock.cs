using BriefingBot.Core.Briefings;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>
/// An entry of a briefing: the article on one line, the sentences that say what happened, and the story that it is a report of.
/// </summary>
internal static class EntryBlock
{
    /// <summary>So many other reports of a story lead to their articles.</summary>
    private const int OthersLinked = 3;

    /// <param name="entry">The entry.</param>
    /// <param name="links">Where titles lead.</param>
    public static AnswerBlock Of(BriefingEntry entry, ArticleLinks links) =>
        new(
            AnswerBlockKind.Entry,
            [
                SourceLine.Of(entry.Article, links.Of(entry.Article), copies: entry.Copies) with
                {
                    KeepsWithNext = true,
                },
                .. entry.Summary.Select(static sentence => AnswerUnit.Of(sentence.Text)),
                .. StoryOf(entry, links),
            ]
        );

    /// <summary><c>3 reports · 2 outlets · 2 people → 5 people · also AP, Reuters</c>, each leading to its article.</summary>
    private static IEnumerable<AnswerUnit> StoryOf(BriefingEntry entry, ArticleLinks links)
    {
        if (entry.Story is { } story && story.Describe() is { } reports)
        {
            List<Inline> line = [new Inline(OneLine.Of($"{reports}{(story.Move is { } move ? $" · {move}" : "")} · also "))];
            for (int i = 0; i < Math.Min(OthersLinked, story.Others.Count); i++)
            {
                line.Add(
                    new Inline(
                        $"{(i > 0 ? ", " : "")}{OneLine.Of(story.Others[i].Outlet ?? ArticleTitle.Of(story.Others[i]))}",
                        InlineKind.Text,
                        links.Of(story.Others[i])
                    )
                );
            }

            yield return new AnswerUnit(line);
        }
    }
}
