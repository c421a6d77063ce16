using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Corrections;

/// <summary>A correction as blocks: what was said, what the article says now, where both can be compared. Thread-safe.</summary>
public sealed class CorrectionLayout(ArticleLinks links)
{
    private const int MostQuotes = 3;
    private const int LongestQuote = 300;

    /// <param name="correction">The correction.</param>
    /// <param name="question">The question of the answer that it is about, where that is not to be seen; or null.</param>
    public IReadOnlyList<AnswerBlock> Of(Correction correction, string? question)
    {
        List<AnswerBlock> blocks = [];
        if (question is not null)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Quote, [AnswerUnit.Of(OneLine.Of(question))]));
        }

        blocks.Add(
            new AnswerBlock(
                AnswerBlockKind.Paragraph,
                [new AnswerUnit([new Inline("Correction: ", InlineKind.Strong), new Inline(WhatHappened(correction))])]
            )
        );
        var article = SourceLine.Of(correction.Article, links.Of(correction.Article));
        blocks.Add(new AnswerBlock(AnswerBlockKind.Entry, [article, .. Quotes(correction)]));
        if (
            correction.Kind != CorrectionKind.Withdrawn
            && links.OfChanges(correction.Article.Id, correction.Cited, correction.Article.Revision) is { } both
        )
        {
            blocks.Add(
                new AnswerBlock(
                    AnswerBlockKind.Footer,
                    [new AnswerUnit([new Inline("See both versions side by side", InlineKind.Text, both)])]
                )
            );
        }

        return blocks;
    }

    /// <summary>What happened, in a sentence.</summary>
    public static string WhatHappened(Correction correction) =>
        correction switch
        {
            { Kind: CorrectionKind.Withdrawn } =>
                "an article that an answer here cites was taken out of the coverage. Nothing here supports any longer "
                    + "what was quoted from it.",
            { Kind: CorrectionKind.Noted } =>
                "an article that an answer here cites now carries a correction. The quoted words have not changed.",
            { Quotes.Count: 1 } => "an article that an answer here cites was changed where it was quoted.",
            _ => $"an article that an answer here cites was changed where it was quoted, in {correction.Quotes.Count} places.",
        };

    private static IEnumerable<AnswerUnit> Quotes(Correction correction)
    {
        foreach (var quote in correction.Quotes.Take(MostQuotes))
        {
            yield return new AnswerUnit(
                [new Inline("Quoted: ", InlineKind.Strong), new Inline(Shorten(quote.Was))],
                KeepsWithNext: correction.Kind == CorrectionKind.Changed
            );
            if (correction.Kind == CorrectionKind.Changed)
            {
                yield return new AnswerUnit([
                    new Inline("Now: ", InlineKind.Strong),
                    quote.Now is { } now ? new Inline(Shorten(now)) : new Inline("these words are gone.", InlineKind.Emphasis),
                ]);
            }
        }

        if (correction.Quotes.Count > MostQuotes)
        {
            yield return AnswerUnit.Of($"and {correction.Quotes.Count - MostQuotes} more.");
        }

        if (correction.Note is { } note)
        {
            yield return new AnswerUnit([new Inline("The article says: ", InlineKind.Strong), new Inline(Shorten(note))]);
        }
    }

    private static string Shorten(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestQuote)
        {
            return $"“{line}”";
        }

        int blank = line.LastIndexOf(' ', LongestQuote);
        return $"“{line[..(blank > 0 ? blank : LongestQuote - (char.IsLowSurrogate(line[LongestQuote]) ? 1 : 0))]} …”";
    }
}
