using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Rendering;

/// <summary>Makes messages of replies. Thread-safe.</summary>
internal sealed class ReplyRenderer(AnswerLayout answers)
{
    /// <summary>A stream that grew longer waits for its end, so that whatever the sources take finds room beside it.</summary>
    private const int LongestStream = 6000;

    /// <summary>The messages of an answer; the buttons stand under the last.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="withQuestion">Begin with the question: the message that asked is not to be seen.</param>
    /// <param name="shareIn">The thread that a private answer would be shared to; null for the channel itself.</param>
    public IReadOnlyList<RenderedPart> Render(ChatAnswer answer, bool withQuestion, string? shareIn = null)
    {
        var (parts, next) = MessagePages.Of(Split(answers.Of(answer, withQuestion)));
        string? more = next is { } from
            ? new AnswerAction(AnswerActionKind.More, answer.Id) { From = from, WithQuestion = withQuestion }.ToString()
            : null;
        return WithBelow(parts, AnswerButtons.For(answer, shareIn, more));
    }

    /// <summary>The message of an answer that was not finished.</summary>
    /// <param name="shown">What was shown of it.</param>
    /// <param name="remark">Why it ends, in plain text.</param>
    public RenderedPart RenderUnfinished(AnswerInProgress shown, string remark) =>
        Render([.. answers.Of(shown), new AnswerBlock(AnswerBlockKind.Footer, [AnswerUnit.Of(remark)])])[0];

    /// <summary>The streamed text of the first sentences; null when it grew too long to be shown before the end.</summary>
    public string? RenderBeginning(AnswerInProgress answer)
    {
        var parts = Render(answers.Body(answer.Sentences, answer.Citations));
        return parts is [{ Streamed: { Length: <= LongestStream } text }] ? text : null;
    }

    /// <summary>The message of a line that is no answer.</summary>
    public static RenderedPart RenderLine(string text) => Render([new AnswerBlock(AnswerBlockKind.Lines, [AnswerUnit.Of(text)])])[0];

    /// <summary>The messages of a command's result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="layout">Lays it out.</param>
    /// <param name="prefix">What stands before a command.</param>
    public static IReadOnlyList<RenderedPart> Render(CommandResult result, CommandLayout layout, string prefix)
    {
        var page = layout.PageOf(result, prefix, SlackMarkup.Message, SlackMarkup.Limits);
        return WithBelow(
            page.Parts,
            result is FeedbackResult { AsksWhy: true } feedback ? [AnswerButtons.Why(feedback.Answer)]
                : page.More is { } more ? [AnswerButtons.More(more)]
                : []
        );
    }

    /// <summary>The first messages of an announcement; "More" leads to the rest of what it is about.</summary>
    public static IReadOnlyList<RenderedPart> Render(AnnouncementReply announcement) =>
        WithBelow(MessagePages.Of(Split(announcement.Blocks)).Parts, announcement.More is { } more ? [AnswerButtons.More(more)] : []);

    /// <summary>The first messages of any blocks.</summary>
    public static IReadOnlyList<RenderedPart> Render(IEnumerable<AnswerBlock> blocks) =>
        WithBelow(MessagePages.Of(Split(blocks)).Parts, []);

    /// <summary>The blocks of a home tab.</summary>
    public static IReadOnlyList<Block> RenderHome(IEnumerable<AnswerBlock> blocks) =>
        [
            .. MessageSplitter
                .Split(blocks, SlackMarkup.Home, SlackMarkup.Limits)
                .SelectMany(static part => part.Blocks)
                .Select(static block => ToBlock(block, SlackMarkup.Home)),
        ];

    private static IReadOnlyList<MessagePart> Split(IEnumerable<AnswerBlock> blocks) =>
        MessageSplitter.Split(blocks, SlackMarkup.Message, SlackMarkup.Limits);

    private static IReadOnlyList<RenderedPart> WithBelow(IReadOnlyList<MessagePart> parts, IReadOnlyList<Block> below) =>
        [
            .. parts.Select(
                (part, i) =>
                    new RenderedPart(
                        FallbackText.Of(part, SlackMarkup.Message),
                        [.. part.Blocks.Select(static block => ToBlock(block, SlackMarkup.Message)), .. i == parts.Count - 1 ? below : []]
                    )
            ),
        ];

    private static Block ToBlock(PartBlock block, SlackMarkup markup) =>
        block.Kind switch
        {
            _ when markup.IsMarkdown(block.Kind) => new MarkdownBlock(block.Text),
            AnswerBlockKind.Footer => new ContextBlock([TextObject.Mrkdwn(block.Text)]),
            _ => new SectionBlock { Text = TextObject.Mrkdwn(block.Text), Expand = true },
        };
}
