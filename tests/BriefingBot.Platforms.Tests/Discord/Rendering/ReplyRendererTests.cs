using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.More;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Discord.Rendering;
using Microsoft.Extensions.Options;

namespace BriefingBot.Platforms.Tests.Discord.Rendering;

public sealed class ReplyRendererTests
{
    private static readonly AnswerLayout Layout = new(
        new ArticleLinks(Options.Create(new ChatOptions { PublicBaseUrl = "https://briefing.example.org" }))
    );
    private readonly ReplyRenderer _renderer = new(Layout);

    [Fact]
    public void A_short_answer_is_one_message_with_its_buttons()
    {
        var part = Assert.Single(_renderer.Render(Answer(1, "Short.", isPrivate: false), withQuestion: false));

        Assert.StartsWith(
            "Short. [[1]](<https://briefing.example.org/articles/a1?revision=1&start=0&end=1#p0>)",
            part.Content,
            StringComparison.Ordinal
        );
        Assert.Equal(["Helpful", "Not helpful", "Show passages"], part.Components!.Single().Components.Select(button => button.Label));
    }

    [Fact]
    public void A_private_answer_can_be_shared() =>
        Assert.Equal(
            "Share",
            _renderer.Render(Answer(1, "Short.", isPrivate: true), withQuestion: false)[^1].Components!.Single().Components[^1].Label
        );

    [Theory]
    [InlineData(
        30,
        "Seoul said on Friday that 😀 talks with *Tokyo* and Washington would go on until an agreement on sanctions was "
            + "reached by all sides."
    )]
    [InlineData(12, "Seoul 😀")]
    [InlineData(12, "😀😀😀 [link](https://evil.example) <@1> # _x_ ")]
    public void A_long_answer_goes_on_in_numbered_parts_that_part_nothing(int sentences, string text)
    {
        string sentence = string.Concat(Enumerable.Repeat(text, sentences == 30 ? 1 : 40)).Trim();
        var answer = Answer(sentences, sentence, isPrivate: false);
        List<RenderedPart> parts = [.. _renderer.Render(answer, withQuestion: true)];
        ArticleLinks links = new(Options.Create(new ChatOptions { PublicBaseUrl = "https://briefing.example.org" }));
        CommandLayout layout = new(links, Layout, new BriefLayout(new BriefingLayout(links), TimeProvider.System));
        while (More(parts[^1]) is { } more)
        {
            Assert.InRange(parts.Count % MessagePages.Most, 0, 0);
            parts[^1] = parts[^1] with { Components = null };
            parts.AddRange(
                ReplyRenderer.Render(new MoreResult(answer, more.From, more.WithQuestion), layout, DiscordMarkup.Instance).Texts
            );
        }

        Assert.True(parts.Count > MessagePages.Most);
        Assert.All(parts, part => Assert.InRange(part.Content.Length, 1, 2000));
        for (int i = 0; i < parts.Count; i++)
        {
            Assert.EndsWith($"-# \\({i + 1}/{parts.Count}\\)", parts[i].Content, StringComparison.Ordinal);
            Assert.False(char.IsLowSurrogate(parts[i].Content[0]));
            Assert.Equal(parts[i].Content.Count(letter => letter == '\uD83D'), parts[i].Content.Count(letter => letter == '\uDE00'));
            Assert.Equal(Count(parts[i].Content, "](<https://"), Count(parts[i].Content, ">)"));
        }

        Assert.All(parts.SkipLast(1), part => Assert.Null(part.Components));
        Assert.Equal(2 * sentences, parts.Sum(part => Count(part.Content, "](<https://briefing.example.org/articles/")));
    }

    [Fact]
    public void The_buttons_lead_back_to_the_answer_after_a_restart()
    {
        var answer = Answer(1, "Short.", isPrivate: true);
        foreach (var button in _renderer.Render(answer, withQuestion: false)[^1].Components!.Single().Components)
        {
            Assert.InRange(button.CustomId!.Length, 1, 100);
            Assert.True(AnswerAction.TryParse(button.CustomId, out var action));
            Assert.Equal(answer.Id, action.Answer);
        }

        Assert.False(AnswerAction.TryParse("else:0123456789abcdef0123", out _));
        Assert.False(AnswerAction.TryParse("share:", out _));
        Assert.False(AnswerAction.TryParse(null, out _));
    }

    [Fact]
    public void A_reply_has_two_messages_at_most_and_a_button_for_the_rest()
    {
        var parts = _renderer.Render(
            Answer(12, string.Concat(Enumerable.Repeat("Seoul said that it would not. ", 30)).Trim(), isPrivate: true),
            withQuestion: false
        );

        Assert.Equal(2, parts.Count);
        Assert.Equal(
            ["Helpful", "Not helpful", "Show passages", "Share", "More"],
            parts[1].Components!.Single().Components.Select(button => button.Label)
        );
        Assert.Equal(2, More(parts[1])!.Value.From);
    }

    private static AnswerAction? More(RenderedPart part) =>
        part.Components?.Single().Components.FirstOrDefault(button => button.Label == "More") is { } button
        && AnswerAction.TryParse(button.CustomId, out var action)
            ? action
            : null;

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    private static ChatAnswer Answer(int sentences, string text, bool isPrivate)
    {
        ChatQuestionId question = new("discord", "1");
        ChatAddress address = new("discord", "1", "2");
        return new ChatAnswer
        {
            Id = AnswerId.Of(question),
            Question = question,
            Conversation = new ConversationId("c"),
            Address = address,
            UserId = "3",
            IsPrivate = isPrivate,
            QuestionText = "What was said?",
            Sentences = [.. Enumerable.Range(1, sentences).Select(n => new VerifiedSentence(text, [n], n % 5 == 1))],
            Citations =
            [
                .. Enumerable
                    .Range(1, sentences)
                    .Select(n => new Citation(n, Header(n), new PassageId(ArticleId.Parse($"a{n}"), 1, 0), 0, 1, "S")),
            ],
            Nearest = [],
            AsOf = new DateOnly(2026, 3, 1),
            Answered = DateTimeOffset.UnixEpoch,
        };
    }

    private static ArticleHeader Header(int n) =>
        new(
            ArticleId.Parse($"a{n}"),
            1,
            $"Title {n} [of] (many) things that *were* said",
            false,
            "The Daily",
            null,
            PublicationDate.Parse("2026-02-28"),
            DateOrigin.BylineLine,
            null,
            "default"
        );
}
