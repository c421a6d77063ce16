using System.Globalization;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Core.Commands.Forget;
using BriefingBot.Core.Commands.Help;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.More;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;

namespace BriefingBot.Core.Commands;

/// <summary>The results of commands as blocks. Thread-safe.</summary>
public sealed class CommandLayout(ArticleLinks links, AnswerLayout answers, BriefLayout briefs)
{
    private const int MaxFailures = 10;
    private const int MostOutlets = 30;

    /// <summary>What to do about a platform that stopped stands at the end of its line.</summary>
    private const int MostOfState = 600;

    /// <summary>Lays out a result.</summary>
    /// <param name="result">The result; not a <see cref="QuestionAccepted"/>, whose answer is delivered by itself.</param>
    /// <param name="prefix">What stands before a command on the platform: <c>/</c>, <c>/briefing </c>.</param>
    /// <exception cref="ArgumentException">There is nothing to show of this result.</exception>
    public IReadOnlyList<AnswerBlock> Of(CommandResult result, string prefix = "/") =>
        result switch
        {
            CommandRefused refused => [Paragraph(refused.Reason)],
            CommandFailed failed => [Paragraph(failed.Text)],
            LatestResult latest => Latest(latest, latest.Briefing.Entries.Count),
            NewsResult news => briefs.Of(news, news.Page.Entries.Count),
            SchedulesResult schedules => briefs.Of(schedules),
            FollowingResult following => FollowLayout.Of(following),
            SourcesResult sources => Sources(sources, MostOutlets),
            HelpResult help => Help(help, prefix),
            StatusResult status => Status(status),
            ReindexResult reindex => [.. Fetched(reindex.Check), .. Reindexed(reindex.Report)],
            ReindexBusy busy => [Paragraph($"An index run has been going on since {ReadableDate.Of(busy.Since)}; nothing was started.")],
            ReindexControlled told => [Paragraph(told.ToString())],
            ReindexEnded ended => [Paragraph(ended.Reason)],
            ChannelSettingsResult channel => Channel(channel),
            ForgetResult { Removed: var removed } =>
            [
                Paragraph(
                    $"Removed {removed}."
                        + (
                            removed.Pending > 0
                                ? $" {Count(removed.Pending, "question")} of theirs being answered now were left; do this "
                                    + $"again in a minute."
                                : ""
                        )
                ),
            ],
            FeedbackResult feedback => [Paragraph(feedback.AsksWhy ? FeedbackReasons.Question : "Thank you, noted.")],
            MoreResult more => answers.Of(more.Answer, more.WithQuestion),
            PassagesResult passages => Passages(passages),
            ShareResult share => answers.Of(share.Answer, withQuestion: true),
            _ => throw new ArgumentException($"A {result.GetType().Name} is not shown.", nameof(result)),
        };

    /// <summary>How far an index run is, in one line.</summary>
    public static string Of(IngestionProgress progress) =>
        progress.Total == 0
            ? "Indexing: reading the sources" + (progress.IsPaused ? " (paused)" : "")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Indexing: {progress.Done:N0} of {progress.Total:N0} articles{(progress.IsPaused ? " (paused)" : "")}"
            );

    /// <summary>A result as the messages of one reply, with what the button "More" under them carries.</summary>
    /// <param name="result">The result.</param>
    /// <param name="prefix">What the platform writes before a command.</param>
    /// <param name="markup">The platform's way of writing.</param>
    /// <param name="limits">What a message holds.</param>
    public CommandPage PageOf(CommandResult result, string prefix, ChatMarkup markup, MessageLimits limits)
    {
        switch (result)
        {
            case LatestResult latest:
                int entries = latest.Briefing.Entries.Count;
                int shown = MessagePages.Fit(entries, count => Latest(latest, count), markup, limits);
                bool hasMore = shown < entries || latest.Briefing.HasMore;
                ListAction older = new(true, latest.From + shown, latest.Count, latest.Topic);
                return Whole(Latest(latest, shown), hasMore ? older.ToString() : null);
            case NewsResult news:
                int fresh = MessagePages.Fit(news.Page.Entries.Count, count => briefs.Of(news, count), markup, limits);
                return Whole(briefs.Of(news, fresh), BriefLayout.MoreOf(news, fresh));
            case SourcesResult sources:
                int left = Math.Min(MostOutlets, sources.Outlets.Count - sources.From);
                int listed = MessagePages.Fit(left, count => Sources(sources, count), markup, limits);
                bool isRest = sources.From + listed < sources.Outlets.Count;
                ListAction others = new(false, sources.From + listed, 1, sources.Filter);
                return Whole(Sources(sources, listed), isRest ? others.ToString() : null);
            case PassagesResult passages:
                var (quoted, nextQuoted) = MessagePages.Of(MessageSplitter.Split(Of(passages), markup, limits), passages.From);
                return new CommandPage(
                    quoted,
                    nextQuoted is { } at ? new AnswerAction(AnswerActionKind.Passages, passages.Answer.Id) { From = at }.ToString() : null
                );
            case MoreResult more:
                var (parts, next) = MessagePages.Of(MessageSplitter.Split(Of(more), markup, limits), more.From);
                return new CommandPage(
                    parts,
                    next is { } from
                        ? new AnswerAction(AnswerActionKind.More, more.Answer.Id)
                        {
                            From = from,
                            WithQuestion = more.WithQuestion,
                        }.ToString()
                        : null
                );
            default:
                return Whole(Of(result, prefix), null);
        }

        CommandPage Whole(IReadOnlyList<AnswerBlock> blocks, string? more)
        {
            var all = MessageSplitter.Split(blocks, markup, limits);
            return new CommandPage(MessagePages.Of(all).Parts, more) { Blocks = all.Count <= MessagePages.Most ? blocks : [] };
        }
    }

    private List<AnswerBlock> Latest(LatestResult latest, int count)
    {
        if (latest.Briefing.Entries.Count == 0)
        {
            return
            [
                Paragraph(
                    (latest.From, latest.Topic) switch
                    {
                        (> 0, _) => "That was all.",
                        (_, null) => "The coverage is empty.",
                        (_, var topic) => $"Nothing in the coverage about {OneLine.Of(topic)}.",
                    }
                ),
            ];
        }

        return [.. DigestOf(latest.Briefing), .. latest.Briefing.Entries.Take(count).Select(entry => EntryBlock.Of(entry, links))];
    }

    /// <summary>The digest with the articles that it cites.</summary>
    private IEnumerable<AnswerBlock> DigestOf(Briefing briefing)
    {
        if (briefing.Digest is { } digest)
        {
            yield return new AnswerBlock(
                AnswerBlockKind.Paragraph,
                [.. digest.Sentences.Select(sentence => answers.Sentence(sentence, digest.Citations))]
            );
            yield return new AnswerBlock(
                AnswerBlockKind.Lines,
                [.. digest.Citations.Select(citation => SourceLine.Of(citation.Article, links.Of(citation), citation.Number))]
            );
        }
    }

    private static List<AnswerBlock> Sources(SourcesResult sources, int count)
    {
        if (sources.Outlets.Count == 0)
        {
            return
            [
                Paragraph(
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
                        $" · {Count(outlet.Articles, "article")}{Days(outlet)}"
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
                    [AnswerUnit.Of($"{Count(left, "more outlet")}; name a part of the name to find one.")]
                ),
            ];
    }

    /// <summary>For admins, and on the first page alone: where the articles come from, as reindex names it.</summary>
    private static IEnumerable<AnswerBlock> Intake(SourcesResult sources) =>
        sources.Intake.Count == 0 || sources.From > 0
            ? []
            :
            [
                Paragraph("Where they come from:"),
                new AnswerBlock(
                    AnswerBlockKind.Lines,
                    [.. sources.Intake.Select(static entry => Line(entry.Source.Name.Value, OneLine.Of(entry.Standing)))]
                ),
            ];

    private static List<AnswerBlock> Help(HelpResult help, string prefix) =>
        [
            .. help.Introduction.Select(Paragraph),
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [
                    .. help.Entries.Select(entry => new AnswerUnit([
                        new Inline(prefix + entry.Usage, InlineKind.Command),
                        new Inline($" · {entry.Description}{(entry.IsAdminOnly ? " (administrators)" : "")}"),
                    ])),
                ]
            ),
        ];

    private List<AnswerBlock> Status(StatusResult status)
    {
        var store = status.Store;
        List<AnswerUnit> lines =
        [
            Line("Index", $"{Count(store.Articles, "article")} ({store.Undated:N0} undated), {Count(store.Passages, "passage")}"),
            Line("Newest article", store.Newest is null ? "none is dated" : ReadableDate.Of(store.Newest)),
            Line("Last change", store.LastChanged is { } changed ? ReadableDate.Of(changed) : "never"),
            Line(
                "Index run",
                status.RunningSince is { } since
                    ? $"{(status.IsPaused ? "paused; it began" : "going on since")} {ReadableDate.Of(since)}"
                    : "none going on"
            ),
            Line(
                "Last run here",
                status.LastRun is { } last ? $"{ReadableDate.Of(last.Ended)}: {Account(last.Report)}" : "none since the start"
            ),
            Line("Questions without an answer", status.Gaps.ToString("N0", CultureInfo.InvariantCulture)),
        ];
        lines.AddRange(status.Sources.Select(static entry => Line($"Source {entry.Source.Name}", OneLine.Of(entry.Standing))));
        lines.AddRange(status.Platforms.Select(platform => Line(platform.Title, OneLine.Of(platform.ToString(), MostOfState))));
        lines.AddRange(status.Replicas.Select(replica => Line("Replica", OneLine.Of(replica.ToString(), MostOfState))));
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
                Line(
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
            lines.Add(Line("Encoder", "the index was made by another encoder; search by meaning is off until the next index run"));
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

    private static IEnumerable<AnswerBlock> Fetched(SourceCheck? check) =>
        check is null ? []
        : check.Failures.Count == 0 ? [Paragraph(check.ToString())]
        :
        [
            Paragraph(check.ToString()),
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [.. check.Failures.Take(MaxFailures).Select(static failure => AnswerUnit.Of(OneLine.Of(failure)))]
            ),
        ];

    private static List<AnswerBlock> Reindexed(IngestionReport report)
    {
        List<AnswerBlock> blocks =
        [
            Paragraph(
                $"Indexed: {Account(report)}, {Count(report.Articles, "article")} and "
                    + $"{Count(report.Passages, "passage")} now, in {report.Elapsed.TotalSeconds:0.0} s."
            ),
        ];
        if (report.Failed.Count > 0)
        {
            blocks.Add(
                new AnswerBlock(
                    AnswerBlockKind.Lines,
                    [.. report.Failed.Take(MaxFailures).Select(failure => Line(OneLine.Of(failure.Source), OneLine.Of(failure.Reason)))]
                )
            );
        }

        if (report.Calibration is { } origin)
        {
            blocks.Add(Paragraph($"The thresholds for answering are {origin}."));
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

    private static List<AnswerBlock> Channel(ChannelSettingsResult channel) =>
        [
            Paragraph(channel.Changed ? "Changed. In this channel:" : "In this channel:"),
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [
                    Line("Answers", channel.Settings.Enabled ? "on" : "off"),
                    Line("Reply style", channel.Settings.Style == ReplyStyle.Thread ? "thread" : "reply"),
                    Line("Collection", channel.Settings.Collection ?? "all"),
                    Line("Follow-ups without a mention", channel.Settings.FollowUpsWithoutMention ? "on" : "off"),
                ]
            ),
        ];

    private static List<AnswerBlock> Passages(PassagesResult result)
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
            blocks.Add(Paragraph(news));
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

    private static string Account(IngestionReport report) =>
        $"{report.Added:N0} added, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {report.Removed:N0} "
        + $"removed, {report.Failed.Count:N0} failed";

    private static string Days(OutletSummary outlet) =>
        outlet switch
        {
            { First: null } => "",
            _ when outlet.First == outlet.Last => $" · {ReadableDate.Of(outlet.First.Value)}",
            _ => $" · {ReadableDate.Of(outlet.First.Value)} to {ReadableDate.Of(outlet.Last!.Value)}",
        };

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static AnswerBlock Paragraph(string text) => new(AnswerBlockKind.Paragraph, [AnswerUnit.Of(text)]);

    private static AnswerUnit Line(string name, string value) => new([new Inline(name, InlineKind.Strong), new Inline($": {value}")]);
}
