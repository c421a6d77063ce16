using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Discord.Rendering;

/// <summary>Makes messages of replies. Thread-safe.</summary>
internal sealed class ReplyRenderer(AnswerLayout answers)
{
    /// <summary>The messages of a reply; the buttons stand under the last.</summary>
    /// <param name="reply">What is replied.</param>
    /// <param name="withQuestion">Begin with the question: the message that asked is not to be seen.</param>
    public IReadOnlyList<RenderedPart> Render(ChatReply reply, bool withQuestion) => reply switch
    {
        AnswerReply answer => Render(answer.Answer, withQuestion),
        NoticeReply notice => Render([new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of(notice.Text)])]),
        _ => throw new ArgumentException($"There is no way to render a {reply.GetType().Name}.", nameof(reply)),
    };

    /// <summary>The messages of an answer with its buttons.</summary>
    public IReadOnlyList<RenderedPart> Render(ChatAnswer answer, bool withQuestion)
    {
        var parts = Render(answers.Of(answer, withQuestion));
        return [.. parts.SkipLast(1), parts[^1] with { Components = AnswerButtons.For(answer) }];
    }

    /// <summary>The messages of any blocks.</summary>
    public static IReadOnlyList<RenderedPart> Render(IEnumerable<AnswerBlock> blocks) =>
        [.. MessageSplitter.Split(blocks, DiscordMarkup.Instance, DiscordMarkup.Limits).Select(part => new RenderedPart(part.Text))];
}
