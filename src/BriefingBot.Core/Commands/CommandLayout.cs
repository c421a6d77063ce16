using System.Globalization;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
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
using BriefingBot.Core.Subscriptions.Follows;

namespace BriefingBot.Core.Commands;

/// <summary>The results of commands as blocks. Thread-safe.</summary>
public sealed class CommandLayout(ArticleLinks links, AnswerLayout answers, BriefLayout briefs)
{
    private const int MostOutlets = 30;
    private readonly AlertLayout _alerts = new(links);

    /// <summary>Lays out a result.</summary>
    /// <param name="result">The result; not a <see cref="QuestionAccepted"/>, whose answer is delivered by itself.</param>
    /// <param name="prefix">What stands before a command on the platform: <c>/</c>, <c>/briefing </c>.</param>
    /// <exception cref="ArgumentException">There is nothing to show of this result.</exception>
    public IReadOnlyList<AnswerBlock> Of(CommandResult result, string prefix = "/") =>
        result switch
        {
            CommandRefused refused => [CommandBlocks.Paragraph(refused.Reason)],
            CommandFailed failed => [CommandBlocks.Paragraph(failed.Text)],
            LatestResult latest => Latest(latest, latest.Briefing.Entries.Count),
            NewsResult news => briefs.Of(news, news.Page.Entries.Count),
            SchedulesResult schedules => briefs.Of(schedules),
            AlertResult alert => FollowLayout.Of(alert, Math.Min(alert.Found.Count, alert.Count), _alerts),
            FollowingResult following => FollowLayout.Of(following),
            SourcesResult sources => SourcesLayout.Of(sources, MostOutlets),
            HelpResult help => HelpLayout.Of(help, prefix),
            StatusResult status => StatusLayout.Of(status, links),
            ReindexResult reindex => ReindexLayout.Of(reindex),
            ReindexBusy busy =>
            [
                CommandBlocks.Paragraph($"An index run has been going on since {ReadableDate.Of(busy.Since)}; nothing was started."),
            ],
            ReindexControlled told => [CommandBlocks.Paragraph(told.ToString())],
            ReindexEnded ended => [CommandBlocks.Paragraph(ended.Reason)],
            ChannelSettingsResult channel => ChannelLayout.Of(channel),
            ForgetResult { Removed: var removed } =>
            [
                CommandBlocks.Paragraph(
                    $"Removed {removed}."
                        + (
                            removed.Pending > 0
                                ? $" {CommandBlocks.Count(removed.Pending, "question")} of theirs being answered now were left; do this "
                                    + $"again in a minute."
                                : ""
                        )
                ),
            ],
            FeedbackResult feedback => [CommandBlocks.Paragraph(feedback.AsksWhy ? FeedbackReasons.Question : "Thank you, noted.")],
            MoreResult more => answers.Of(more.Answer, more.WithQuestion),
            PassagesResult passages => PassagesLayout.Of(passages),
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
            case AlertResult alert:
                int most = Math.Min(alert.Found.Count, alert.Count);
                int told = MessagePages.Fit(most, count => FollowLayout.Of(alert, count, _alerts), markup, limits);
                return Whole(FollowLayout.Of(alert, told, _alerts), FollowLayout.MoreOf(alert, told));
            case SourcesResult sources:
                int left = Math.Min(MostOutlets, sources.Outlets.Count - sources.From);
                int listed = MessagePages.Fit(left, count => SourcesLayout.Of(sources, count), markup, limits);
                bool isRest = sources.From + listed < sources.Outlets.Count;
                ListAction others = new(false, sources.From + listed, 1, sources.Filter);
                return Whole(SourcesLayout.Of(sources, listed), isRest ? others.ToString() : null);
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
                CommandBlocks.Paragraph(
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
}
