using System.Globalization;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Commands.Status;

/// <summary>What the index holds and what runs, as blocks.</summary>
internal static class StatusLayout
{
    /// <summary>What to do about a platform that stopped stands at the end of its line.</summary>
    private const int MostOfState = 600;

    public static IReadOnlyList<AnswerBlock> Of(StatusResult status, ArticleLinks links)
    {
        var store = status.Store;
        List<AnswerUnit> lines =
        [
            CommandBlocks.Line(
                "Index",
                $"{CommandBlocks.Count(store.Articles, "article")} ({store.Undated:N0} undated), "
                    + CommandBlocks.Count(store.Passages, "passage")
            ),
            CommandBlocks.Line("Newest article", store.Newest is null ? "none is dated" : ReadableDate.Of(store.Newest)),
            CommandBlocks.Line("Last change", store.LastChanged is { } changed ? ReadableDate.Of(changed) : "never"),
            CommandBlocks.Line(
                "Index run",
                status.RunningSince is { } since
                    ? $"{(status.IsPaused ? "paused; it began" : "going on since")} {ReadableDate.Of(since)}"
                    : "none going on"
            ),
            CommandBlocks.Line(
                "Last run here",
                status.LastRun is { } last ? $"{ReadableDate.Of(last.Ended)}: {CommandBlocks.Account(last.Report)}" : "none since the start"
            ),
            CommandBlocks.Line("Questions without an answer", status.Gaps.ToString("N0", CultureInfo.InvariantCulture)),
        ];
        lines.AddRange(
            status.Sources.Select(static entry => CommandBlocks.Line($"Source {entry.Source.Name}", OneLine.Of(entry.Standing)))
        );
        lines.AddRange(
            status.Platforms.Select(platform => CommandBlocks.Line(platform.Title, OneLine.Of(platform.ToString(), MostOfState)))
        );
        lines.AddRange(status.Replicas.Select(replica => CommandBlocks.Line("Replica", OneLine.Of(replica.ToString(), MostOfState))));
        lines.AddRange(
            status.Corrections.Select(correction => new AnswerUnit([
                new Inline("Correction: ", InlineKind.Strong),
                new Inline(OneLine.Of(ArticleTitle.Of(correction.Article)), InlineKind.Text, links.Of(correction.Article)),
                new Inline($" · found {ReadableDate.Of(correction.Found)}"),
            ]))
        );
        if (status.LastRun?.Report.HeldBack is { Count: > 0 } held)
        {
            lines.Add(
                CommandBlocks.Line(
                    "Held back",
                    string.Join(
                        "; ",
                        held.Select(removal =>
                            $"{removal.Gone:N0} of the {removal.Stored:N0} articles of {OneLine.Of(removal.Source)} are gone and were kept"
                        )
                    )
                )
            );
        }

        if (!store.EncoderMatches)
        {
            lines.Add(
                CommandBlocks.Line("Encoder", "the index was made by another encoder; search by meaning is off until the next index run")
            );
        }

        List<AnswerBlock> blocks = [new AnswerBlock(AnswerBlockKind.Lines, lines)];
        if (status.LatestGaps.Count > 0)
        {
            blocks.Add(
                new AnswerBlock(AnswerBlockKind.Quote, [.. status.LatestGaps.Select(gap => AnswerUnit.Of(OneLine.Of(gap.Question)))])
            );
        }

        return blocks;
    }
}
