using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Commands.Sources;

/// <summary>The outlets of the coverage, and for administrators where articles come from, as blocks.</summary>
internal static class SourcesLayout
{
    public static IReadOnlyList<AnswerBlock> Of(SourcesResult sources, int count)
    {
        if (sources.Outlets.Count == 0)
        {
            return
            [
                CommandBlocks.Paragraph(
                    sources.Filter is null ? "The coverage is empty." : $"No outlet of the coverage is called {OneLine.Of(sources.Filter)}."
                ),
                .. Intake(sources),
            ];
        }

        List<AnswerUnit> lines =
        [
            .. sources
                .Outlets.Skip(sources.From)
                .Take(count)
                .Select(outlet => new AnswerUnit([
                    new Inline(outlet.Outlet is null ? "No outlet named" : OneLine.Of(outlet.Outlet), InlineKind.Strong),
                    new Inline(
                        $" · {CommandBlocks.Count(outlet.Articles, "article")}{Days(outlet)}"
                            + (outlet.Undated > 0 ? $" · {outlet.Undated:N0} undated" : "")
                    ),
                ])),
        ];
        int left = sources.Outlets.Count - sources.From - lines.Count;
        return left <= 0
            ? [new AnswerBlock(AnswerBlockKind.Lines, lines), .. Intake(sources)]
            :
            [
                new AnswerBlock(AnswerBlockKind.Lines, lines),
                .. Intake(sources),
                new AnswerBlock(
                    AnswerBlockKind.Footer,
                    [AnswerUnit.Of($"{CommandBlocks.Count(left, "more outlet")}; name a part of the name to find one.")]
                ),
            ];
    }

    /// <summary>For admins, and on the first page alone: where the articles come from, as reindex names it.</summary>
    private static IEnumerable<AnswerBlock> Intake(SourcesResult sources) =>
        sources.Intake.Count == 0 || sources.From > 0
            ? []
            :
            [
                CommandBlocks.Paragraph("Where they come from:"),
                new AnswerBlock(
                    AnswerBlockKind.Lines,
                    [.. sources.Intake.Select(static entry => CommandBlocks.Line(entry.Source.Name.Value, OneLine.Of(entry.Standing)))]
                ),
            ];

    private static string Days(OutletSummary outlet) =>
        outlet switch
        {
            { First: null } => "",
            _ when outlet.First == outlet.Last => $" · {ReadableDate.Of(outlet.First.Value)}",
            _ => $" · {ReadableDate.Of(outlet.First.Value)} to {ReadableDate.Of(outlet.Last!.Value)}",
        };
}
