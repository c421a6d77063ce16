using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Commands;
using BriefingBot.Platforms.Tests.Slack.Messages;
using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Rendering;
using Microsoft.Extensions.Options;

namespace BriefingBot.Platforms.Tests.Slack.Rendering;

public sealed class SlackReplyRendererTests
{
    private readonly ReplyRenderer _renderer = new(
        new AnswerLayout(new ArticleLinks(Options.Create(new ChatOptions { PublicBaseUrl = "https://briefing.example.org" })))
    );

    [Fact]
    public void What_is_streamed_and_what_comes_below_make_the_message()
    {
        var part = Assert.Single(_renderer.Render(Answer("One *a*.", "Two.", "Three."), withQuestion: false));

        Assert.Equal($"One \\*a\\*. {Mark(1, 8)} Two. {Mark(2, 4)}\n\nThree. {Mark(3, 6)}", part.Streamed);
        Assert.Equal(part.Blocks, [.. part.Blocks.TakeWhile(static block => block is MarkdownBlock), .. part.Below]);
        Assert.IsType<SectionBlock>(part.Below[0]);

        static string Mark(int n, int length) =>
            $@"[\[{n}\]](https://briefing.example.org/articles/a{n}?revision=1&start=0&end={length}#p0)";
    }

    [Fact]
    public void The_beginning_of_an_answer_is_the_beginning_of_its_message()
    {
        var answer = Answer("One.", "Two.", "Three.", "Four.", "Five.");
        string streamed = _renderer.Render(answer, withQuestion: false)[0].Streamed;

        for (int count = 1; count <= answer.Sentences.Count; count++)
        {
            Assert.StartsWith(
                _renderer.RenderBeginning(new AnswerInProgress([.. answer.Sentences.Take(count)], answer.Citations))!,
                streamed,
                StringComparison.Ordinal
            );
        }

        Assert.Null(_renderer.RenderBeginning(new AnswerInProgress(Answer([.. Enumerable.Repeat(new string('x', 900), 8)]).Sentences, [])));
    }

    [Fact]
    public void What_notifications_show_has_the_words_without_the_marks()
    {
        var part = Assert.Single(_renderer.Render(Answer("The *treaty* [sic] of R&D is 1_0."), withQuestion: true));

        Assert.Equal(
            "> Who signed what?\nThe *treaty* [sic] of R&amp;D is 1_0. [1]\nSources\n[1] Title 1 \u00A6 of "
                + "\u2217many\u2217 · The &lt;@U0&gt; Daily · February 28, 2026\nAs of March 1, 2026.",
            part.Text
        );
    }

    [Theory]
    [InlineData("word & ")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("&")]
    public void What_notifications_show_is_short_and_cut_between_characters(string piece)
    {
        var part = ReplyRenderer.Render([
            new AnswerBlock(
                AnswerBlockKind.Lines,
                [.. Enumerable.Range(0, 3).Select(_ => AnswerUnit.Of(string.Concat(Enumerable.Repeat(piece, 2800 / piece.Length / 5))))]
            ),
        ])[0];
        var longer = ReplyRenderer.Render([
            .. Enumerable
                .Range(0, 4)
                .Select(_ => new AnswerBlock(
                    AnswerBlockKind.Lines,
                    [AnswerUnit.Of(string.Concat(Enumerable.Repeat(piece, 2000 / piece.Length / 5)))]
                )),
        ])[0];

        Assert.All(
            [part.Text, longer.Text],
            static text =>
            {
                Assert.InRange(text.Length, 1, 2999);
                Assert.False(char.IsHighSurrogate(text.TrimEnd('…')[^1]));
                Assert.Equal(text.Count(static letter => letter == '&'), text.Count(static letter => letter == ';'));
            }
        );
    }

    [Fact]
    public void Buttons_say_what_they_do_and_lead_back_to_the_answer_after_a_restart()
    {
        var answer = PrivateAnswer("Short.");
        var blocks = _renderer.Render(answer, withQuestion: true, "1700000000.000100")[^1].Blocks;

        var feedback = Assert.IsType<FeedbackButtons>(blocks.OfType<ContextActionsBlock>().Single().Elements.Single());
        var buttons = blocks.OfType<ActionsBlock>().Single().Elements.Cast<Button>().ToList();
        Assert.Equal(["Show passages", "Share to thread"], buttons.Select(static button => button.Text.Text));
        AnswerActionKind[] kinds =
        [
            .. new[] { feedback.PositiveButton.Value, feedback.NegativeButton.Value, buttons[0].Value, buttons[1].Value }.Select(value =>
            {
                Assert.True(AnswerButtons.TryRead(value, out var action, out _));
                Assert.Equal(answer.Id, action.Answer);
                return action.Kind;
            }),
        ];
        Assert.Equal([AnswerActionKind.Helpful, AnswerActionKind.NotHelpful, AnswerActionKind.Passages, AnswerActionKind.Share], kinds);
        Assert.True(AnswerButtons.TryRead(buttons[1].Value, out _, out string? thread));
        Assert.Equal("1700000000.000100", thread);
        Assert.False(AnswerButtons.TryRead("share:0123", out _, out _));
        Assert.False(AnswerButtons.TryRead(null, out _, out _));
    }

    private static ChatAnswer Answer(params string[] sentences) => SlackAdapter.AnswerOf(Question(isPrivate: false), sentences);

    private static ChatAnswer PrivateAnswer(params string[] sentences) => SlackAdapter.AnswerOf(Question(isPrivate: true), sentences);

    private static ChatQuestion Question(bool isPrivate) =>
        new()
        {
            Id = new ChatQuestionId("slack", "T/C/1"),
            Address = new ChatAddress("slack", "T", "C"),
            User = new ChatUser("U"),
            Text = "Who signed what?",
            Kind = ChatQuestionKind.Mention,
            IsPrivate = isPrivate,
            Asked = DateTimeOffset.UnixEpoch,
        };
}
