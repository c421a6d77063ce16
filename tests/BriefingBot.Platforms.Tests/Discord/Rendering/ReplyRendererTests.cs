using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Coverage;
using BriefingBot.Discord.Rendering;
using Microsoft.Extensions.Options;

namespace BriefingBot.Platforms.Tests.Discord.Rendering;

public sealed class ReplyRendererTests
{
    private readonly ReplyRenderer _renderer = new(new AnswerLayout(new ArticleLinks(Options.Create(new ChatOptions { PublicBaseUrl = "https://briefing.example.org" }))));

    [Fact]
    public void A_short_answer_is_one_message_with_its_buttons()
    {
        var part = Assert.Single(_renderer.Render(Answer(1, "Short.", isPrivate: false), withQuestion: false));

        Assert.StartsWith(@"Short. \[1\]", part.Content, StringComparison.Ordinal);
        Assert.Equal(["Helpful", "Not helpful", "Show passages"], part.Components!.Single().Components.Select(button => button.Label));
    }

    [Fact]
    public void A_private_answer_can_be_shared() =>
        Assert.Equal("Share", _renderer.Render(Answer(1, "Short.", isPrivate: true), withQuestion: false)[^1].Components!.Single().Components[^1].Label);

    [Theory]
    [InlineData(30, "Seoul said on Friday that 😀 talks with *Tokyo* and Washington would go on until an agreement on sanctions was reached by all sides.")]
    [InlineData(12, "Seoul 😀")]
    [InlineData(12, "😀😀😀 [link](https://evil.example) <@1> # _x_ ")]
    public void A_long_answer_goes_on_in_numbered_parts_that_part_nothing(int sentences, string text)
    {
        string sentence = string.Concat(Enumerable.Repeat(text, sentences == 30 ? 1 : 40)).Trim();
        var parts = _renderer.Render(Answer(sentences, sentence, isPrivate: false), withQuestion: true);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.InRange(part.Content.Length, 1, 2000));
        for (int i = 0; i < parts.Count; i++)
        {
            Assert.EndsWith($"-# \\({i + 1}/{parts.Count}\\)", parts[i].Content, StringComparison.Ordinal);
            Assert.False(char.IsLowSurrogate(parts[i].Content[0]));
            Assert.Equal(parts[i].Content.Count(letter => letter == '\uD83D'), parts[i].Content.Count(letter => letter == '\uDE00'));
            Assert.Equal(Count(parts[i].Content, "](<https://"), Count(parts[i].Content, ">)"));
        }

        Assert.All(parts.SkipLast(1), part => Assert.Null(part.Components));
        Assert.Equal(sentences, parts.Sum(part => Count(part.Content, "](<https://briefing.example.org/articles/")));
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
            Citations = [.. Enumerable.Range(1, sentences).Select(n => new Citation(n, Header(n), new PassageId(ArticleId.Parse($"a{n}"), 1, 0), 0, 1, "S"))],
            Nearest = [],
            AsOf = new DateOnly(2026, 3, 1),
            Answered = DateTimeOffset.UnixEpoch,
        };
    }

    private static ArticleHeader Header(int n) => new(
        ArticleId.Parse($"a{n}"), 1, $"Title {n} [of] (many) things that *were* said", false, "The Daily", null, PublicationDate.Parse("2026-02-28"), DateOrigin.BylineLine, null, "default");
}
