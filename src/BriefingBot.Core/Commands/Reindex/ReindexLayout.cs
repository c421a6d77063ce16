using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>What an index run fetched and changed, as blocks.</summary>
internal static class ReindexLayout
{
    private const int MaxFailures = 10;

    public static IReadOnlyList<AnswerBlock> Of(ReindexResult result) => [.. Fetched(result.Check), .. Indexed(result.Report)];

    private static IEnumerable<AnswerBlock> Fetched(SourceCheck? check) =>
        check is null ? []
        : check.Failures.Count == 0 ? [CommandBlocks.Paragraph(check.ToString())]
        :
        [
            CommandBlocks.Paragraph(check.ToString()),
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [.. check.Failures.Take(MaxFailures).Select(static failure => AnswerUnit.Of(OneLine.Of(failure)))]
            ),
        ];

    private static List<AnswerBlock> Indexed(IngestionReport report)
    {
        List<AnswerBlock> blocks =
        [
            CommandBlocks.Paragraph(
                $"Indexed: {CommandBlocks.Account(report)}, {CommandBlocks.Count(report.Articles, "article")} and "
                    + $"{CommandBlocks.Count(report.Passages, "passage")} now, in {report.Elapsed.TotalSeconds:0.0} s."
            ),
        ];
        if (report.Failed.Count > 0)
        {
            blocks.Add(
                new AnswerBlock(
                    AnswerBlockKind.Lines,
                    [
                        .. report
                            .Failed.Take(MaxFailures)
                            .Select(failure => CommandBlocks.Line(OneLine.Of(failure.Source), OneLine.Of(failure.Reason))),
                    ]
                )
            );
        }

        if (report.Calibration is { } origin)
        {
            blocks.Add(CommandBlocks.Paragraph($"The thresholds for answering are {origin}."));
        }

        if (report.Failed.Count > MaxFailures)
        {
            blocks.Add(
                new AnswerBlock(
                    AnswerBlockKind.Footer,
                    [AnswerUnit.Of($"{report.Failed.Count - MaxFailures} more failed; the log names them.")]
                )
            );
        }

        return blocks;
    }
}
