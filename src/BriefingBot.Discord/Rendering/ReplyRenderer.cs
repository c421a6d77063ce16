using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Rendering;

/// <summary>Makes messages of replies. Thread-safe.</summary>
internal sealed class ReplyRenderer(AnswerLayout answers)
{
    /// <summary>The messages of a reply; the buttons stand under the last.</summary>
    /// <param name="reply">What is replied.</param>
    /// <param name="withQuestion">Begin with the question: the message that asked is not to be seen.</param>
    public RenderedReply Render(ChatReply reply, bool withQuestion) =>
        reply switch
        {
            AnswerReply answer => new RenderedReply(Render(answer.Answer, withQuestion)),
            AnnouncementReply announcement => Render(announcement),
            NoticeReply notice => new RenderedReply(Render([new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of(notice.Text)])])),
            _ => throw new ArgumentException($"There is no way to render a {reply.GetType().Name}.", nameof(reply)),
        };

    /// <summary>The first messages of an answer with its buttons; "More" shows the rest.</summary>
    public IReadOnlyList<RenderedPart> Render(ChatAnswer answer, bool withQuestion)
    {
        var (parts, next) = MessagePages.Of(Split(answers.Of(answer, withQuestion)));
        string? more = next is { } from
            ? new AnswerAction(AnswerActionKind.More, answer.Id) { From = from, WithQuestion = withQuestion }.ToString()
            : null;
        return WithComponents(parts, AnswerButtons.For(answer, more));
    }

    /// <summary>The messages of a command's result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="layout">Lays it out.</param>
    /// <param name="markup">Writes it.</param>
    public static RenderedReply Render(CommandResult result, CommandLayout layout, DiscordMarkup markup)
    {
        var page = layout.PageOf(result, "/", markup, DiscordMarkup.Limits);
        var rows =
            result is FeedbackResult { AsksWhy: true } feedback ? AnswerButtons.Why(feedback.Answer)
            : page.More is { } more ? AnswerButtons.More(more)
            : null;
        return new RenderedReply(CommandButtons.Under(WithComponents(page.Parts, rows), result), EntryCard.Of(page.Blocks, rows ?? []));
    }

    /// <summary>The first messages of any blocks.</summary>
    public static IReadOnlyList<RenderedPart> Render(IEnumerable<AnswerBlock> blocks) =>
        WithComponents(MessagePages.Of(Split(blocks)).Parts, null);

    private static RenderedReply Render(AnnouncementReply announcement)
    {
        var parts = Split(announcement.Blocks);
        var rows = announcement.More is { } more ? AnswerButtons.More(more) : null;
        var card = parts.Count <= MessagePages.Most ? EntryCard.Of(announcement.Blocks, rows ?? []) : null;
        return new RenderedReply(WithComponents(MessagePages.Of(parts).Parts, rows), card);
    }

    private static IReadOnlyList<MessagePart> Split(IEnumerable<AnswerBlock> blocks) =>
        MessageSplitter.Split(blocks, DiscordMarkup.Instance, DiscordMarkup.Limits);

    private static IReadOnlyList<RenderedPart> WithComponents(IReadOnlyList<MessagePart> parts, IReadOnlyList<ActionRow>? components) =>
        [.. parts.Select((part, i) => new RenderedPart(part.Text, i == parts.Count - 1 ? components : null))];
}
