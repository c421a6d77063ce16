using System.Globalization;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.Forget;
using BriefingBot.Core.Commands.Help;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands;

/// <summary>The results of commands as blocks. Thread-safe.</summary>
public sealed class CommandLayout(ArticleLinks links, AnswerLayout answers)
{
    private const int MaxFailures = 10;
    private const int MaxOutlets = 50;

    /// <summary>Lays out a result.</summary>
    /// <param name="result">The result; not a <see cref="QuestionAccepted"/>, whose answer is delivered by itself.</param>
    /// <param name="prefix">What stands before a command on the platform: <c>/</c>, <c>/briefing </c>.</param>
    /// <exception cref="ArgumentException">There is nothing to show of this result.</exception>
    public IReadOnlyList<AnswerBlock> Of(CommandResult result, string prefix = "/") => result switch
    {
        CommandRefused refused => [Paragraph(refused.Reason)],
        CommandFailed failed => [Paragraph(failed.Text)],
        LatestResult latest => Latest(latest),
        SourcesResult sources => Sources(sources),
        HelpResult help => Help(help, prefix),
        StatusResult status => Status(status),
        ReindexResult reindex => Reindexed(reindex.Report),
        ReindexBusy busy => [Paragraph($"An index run is going on since {ReadableDate.Of(busy.Since)}; nothing was started.")],
        ChannelSettingsResult channel => Channel(channel),
        ForgetResult { Removed: var removed } => [Paragraph($"Removed {removed}."
            + (removed.Pending > 0 ? $" {Count(removed.Pending, "question")} of theirs being answered now were left; do this again in a minute." : ""))],
        FeedbackResult => [Paragraph("Thank you, noted.")],
        PassagesResult passages => Passages(passages),
        ShareResult share => answers.Of(share.Answer, withQuestion: true),
        _ => throw new ArgumentException($"A {result.GetType().Name} is not shown.", nameof(result)),
    };

    /// <summary>How far an index run is, in one line.</summary>
    public static string Of(IngestionProgress progress) =>
        string.Create(CultureInfo.InvariantCulture, $"Indexing: {progress.Done:N0} of {progress.Total:N0} articles");

    private List<AnswerBlock> Latest(LatestResult latest)
    {
        if (latest.Briefing.Entries.Count == 0)
        {
            return [Paragraph(latest.Topic is null ? "The coverage is empty." : $"Nothing in the coverage about {OneLine.Of(latest.Topic)}.")];
        }

        return [.. DigestOf(latest.Briefing), .. latest.Briefing.Entries.Select(entry => new AnswerBlock(AnswerBlockKind.Lines,
        [
            SourceLine.Of(entry.Article, links.Of(entry.Article), copies: entry.Copies) with { KeepsWithNext = true },
            .. entry.Summary.Select(sentence => AnswerUnit.Of(sentence.Text)),
        ]))];
    }

    /// <summary>The digest with the articles that it cites.</summary>
    private IEnumerable<AnswerBlock> DigestOf(Briefing briefing)
    {
        if (briefing.Digest is { } digest)
        {
            yield return new AnswerBlock(AnswerBlockKind.Paragraph, [.. digest.Sentences.Select(sentence => AnswerLayout.Sentence(sentence, digest.Citations))]);
            yield return new AnswerBlock(AnswerBlockKind.Lines, [.. digest.Citations.Select(citation => SourceLine.Of(citation.Article, links.Of(citation), citation.Number))]);
        }
    }

    private static List<AnswerBlock> Sources(SourcesResult sources)
    {
        if (sources.Outlets.Count == 0)
        {
            return [Paragraph(sources.Filter is null ? "The coverage is empty." : $"No outlet of the coverage is called {OneLine.Of(sources.Filter)}.")];
        }

        List<AnswerUnit> lines = [.. sources.Outlets.Take(MaxOutlets).Select(outlet => new AnswerUnit(
        [
            new Inline(outlet.Outlet is null ? "No outlet named" : OneLine.Of(outlet.Outlet), InlineKind.Strong),
            new Inline($" · {Count(outlet.Articles, "article")}{Days(outlet)}{(outlet.Undated > 0 ? $" · {outlet.Undated:N0} undated" : "")}"),
        ]))];
        List<AnswerBlock> blocks = [new AnswerBlock(AnswerBlockKind.Lines, lines)];
        if (sources.Outlets.Count > MaxOutlets)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Footer, [AnswerUnit.Of($"{sources.Outlets.Count - MaxOutlets} more outlets; name a part of the name to find one.")]));
        }

        return blocks;
    }

    private static List<AnswerBlock> Help(HelpResult help, string prefix) =>
    [
        .. help.Introduction.Select(Paragraph),
        new AnswerBlock(AnswerBlockKind.Lines, [.. help.Entries.Select(entry => new AnswerUnit(
        [
            new Inline(prefix + entry.Usage, InlineKind.Strong),
            new Inline($" · {entry.Description}{(entry.IsAdminOnly ? " (administrators)" : "")}"),
        ]))]),
    ];

    private static List<AnswerBlock> Status(StatusResult status)
    {
        var store = status.Store;
        List<AnswerUnit> lines =
        [
            Line("Index", $"{Count(store.Articles, "article")} ({store.Undated:N0} undated), {Count(store.Passages, "passage")}"),
            Line("Newest article", store.Newest is null ? "none is dated" : ReadableDate.Of(store.Newest)),
            Line("Last change", store.LastChanged is { } changed ? ReadableDate.Of(changed) : "never"),
            Line("Index run", status.RunningSince is { } since ? $"going on since {ReadableDate.Of(since)}" : "none going on"),
            Line("Last run here", status.LastRun is { } last ? $"{ReadableDate.Of(last.Ended)}: {Account(last.Report)}" : "none since the start"),
            Line("Questions without an answer", status.Gaps.ToString("N0", CultureInfo.InvariantCulture)),
        ];
        lines.AddRange(status.Platforms.Select(platform => Line(platform.Title, OneLine.Of(platform.ToString()))));
        if (status.LastRun?.Report.HeldBack is { Count: > 0 } held)
        {
            lines.Add(Line("Held back", string.Join("; ", held.Select(removal => $"{removal.Gone:N0} of the {removal.Stored:N0} articles of {OneLine.Of(removal.Source)} are gone and were kept"))));
        }

        if (!store.EncoderMatches)
        {
            lines.Add(Line("Encoder", "the index was made by another encoder; search by meaning is off until the next index run"));
        }

        List<AnswerBlock> blocks = [new AnswerBlock(AnswerBlockKind.Lines, lines)];
        if (status.LatestGaps.Count > 0)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Quote, [.. status.LatestGaps.Select(gap => AnswerUnit.Of(OneLine.Of(gap.Question)))]));
        }

        return blocks;
    }

    private static List<AnswerBlock> Reindexed(IngestionReport report)
    {
        List<AnswerBlock> blocks = [Paragraph($"Indexed: {Account(report)}, {Count(report.Articles, "article")} and {Count(report.Passages, "passage")} now, in {report.Elapsed.TotalSeconds:0.0} s.")];
        if (report.Failed.Count > 0)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Lines, [.. report.Failed.Take(MaxFailures).Select(failure => Line(OneLine.Of(failure.Source), OneLine.Of(failure.Reason)))]));
        }

        if (report.Calibration is { } origin)
        {
            blocks.Add(Paragraph($"The thresholds for answering are {origin}."));
        }

        if (report.Failed.Count > MaxFailures)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Footer, [AnswerUnit.Of($"{report.Failed.Count - MaxFailures} more failed; the log names them.")]));
        }

        return blocks;
    }

    private static List<AnswerBlock> Channel(ChannelSettingsResult channel) =>
    [
        Paragraph(channel.Changed ? "Changed. In this channel:" : "In this channel:"),
        new AnswerBlock(AnswerBlockKind.Lines,
        [
            Line("Answers", channel.Settings.Enabled ? "on" : "off"),
            Line("Reply style", channel.Settings.Style == ReplyStyle.Thread ? "thread" : "reply"),
            Line("Collection", channel.Settings.Collection ?? "all"),
            Line("Follow-ups without a mention", channel.Settings.FollowUpsWithoutMention ? "on" : "off"),
        ]),
    ];

    private static List<AnswerBlock> Passages(PassagesResult result)
    {
        List<AnswerBlock> blocks = [];
        foreach (var passage in result.Passages)
        {
            var line = SourceLine.Of(passage.Citation.Article, passage.Link, passage.Citation.Number);
            blocks.Add(new AnswerBlock(AnswerBlockKind.Lines, [passage.IsCurrent ? line : new AnswerUnit([.. line.Inlines, new Inline(" · changed or withdrawn since", InlineKind.Emphasis)])]));
            blocks.Add(new AnswerBlock(AnswerBlockKind.Quote, [Marked(passage)]));
        }

        if (result.Answer.Dropped.Count > 0)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Lines,
            [
                new AnswerUnit([new Inline("Left out by the check", InlineKind.Strong)], KeepsWithNext: true),
                .. result.Answer.Dropped.Select(dropped => new AnswerUnit([new Inline(OneLine.Of(dropped.Text)), new Inline($" ({DropText.Of(dropped.Reason)})", InlineKind.Emphasis)])),
            ]));
        }

        return blocks;
    }

    /// <summary>The passage with its quote standing out.</summary>
    private static AnswerUnit Marked(CitedPassage passage)
    {
        int end = passage.QuoteStart + passage.Citation.Quote.Length;
        Inline[] runs = [new(Flat(passage.Text[..passage.QuoteStart])), new(Flat(passage.Text[passage.QuoteStart..end]), InlineKind.Strong), new(Flat(passage.Text[end..]))];
        return new AnswerUnit([.. runs.Where(run => run.Text.Length > 0)]);
    }

    private static string Flat(string text) => text.ReplaceLineEndings(" ");

    private static string Account(IngestionReport report) =>
        $"{report.Added:N0} added, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {report.Removed:N0} removed, {report.Failed.Count:N0} failed";

    private static string Days(OutletSummary outlet) => outlet switch
    {
        { First: null } => "",
        _ when outlet.First == outlet.Last => $" · {ReadableDate.Of(outlet.First.Value)}",
        _ => $" · {ReadableDate.Of(outlet.First.Value)} to {ReadableDate.Of(outlet.Last!.Value)}",
    };

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static AnswerBlock Paragraph(string text) => new(AnswerBlockKind.Paragraph, [AnswerUnit.Of(text)]);

    private static AnswerUnit Line(string name, string value) => new([new Inline(name, InlineKind.Strong), new Inline($": {value}")]);
}
