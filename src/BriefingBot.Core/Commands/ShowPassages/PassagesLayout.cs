using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Commands.ShowPassages;

/// <summary>The passages that an answer rests on, its quotes standing out, and what the check left out, as blocks.</summary>
internal static class PassagesLayout
{
    public static IReadOnlyList<AnswerBlock> Of(PassagesResult result)
    {
        List<AnswerBlock> blocks = [];
        foreach (var passage in result.Passages)
        {
            var line = SourceLine.Of(passage.Citation.Article, passage.Link, passage.Citation.Number);
            blocks.Add(
                new AnswerBlock(
                    AnswerBlockKind.Lines,
                    [
                        passage.IsCurrent
                            ? line
                            : new AnswerUnit([.. line.Inlines, new Inline(" · changed or withdrawn since", InlineKind.Emphasis)]),
                    ]
                )
            );
            blocks.Add(new AnswerBlock(AnswerBlockKind.Quote, [Marked(passage)]));
        }

        if (result.News is { } news)
        {
            blocks.Add(CommandBlocks.Paragraph(news));
        }

        if (result.Answer.Dropped.Count > 0)
        {
            blocks.Add(
                new AnswerBlock(
                    AnswerBlockKind.Lines,
                    [
                        new AnswerUnit([new Inline("Left out by the check", InlineKind.Strong)], KeepsWithNext: true),
                        .. result.Answer.Dropped.Select(dropped => new AnswerUnit([
                            new Inline(OneLine.Of(dropped.Text)),
                            new Inline($" ({DropText.Of(dropped.Reason)})", InlineKind.Emphasis),
                        ])),
                    ]
                )
            );
        }

        return blocks;
    }

    /// <summary>The passage with its quote standing out.</summary>
    private static AnswerUnit Marked(CitedPassage passage)
    {
        int end = passage.QuoteStart + passage.Citation.Quote.Length;
        Inline[] runs =
        [
            new(Flat(passage.Text[..passage.QuoteStart])),
            new(Flat(passage.Text[passage.QuoteStart..end]), InlineKind.Strong),
            new(Flat(passage.Text[end..])),
        ];
        return new AnswerUnit([.. runs.Where(run => run.Text.Length > 0)]);
    }

    private static string Flat(string text) => text.ReplaceLineEndings(" ");
}
