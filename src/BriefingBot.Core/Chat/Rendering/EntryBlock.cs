using BriefingBot.Core.Briefings;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>An entry of a briefing: the article on one line, and the sentences that say what happened.</summary>
internal static class EntryBlock
{
    /// <summary>Makes it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="links">Where titles lead.</param>
    public static AnswerBlock Of(BriefingEntry entry, ArticleLinks links) => new(AnswerBlockKind.Lines,
    [
        SourceLine.Of(entry.Article, links.Of(entry.Article), copies: entry.Copies) with { KeepsWithNext = true },
        .. entry.Summary.Select(static sentence => AnswerUnit.Of(sentence.Text)),
    ]);
}
