using BriefingBot.Core.Chat.Inbox;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class ThreadTalkTests
{
    [Theory]
    [InlineData("When was that?")]
    [InlineData("and Japan?")]
    [InlineData("Who signed it")]
    [InlineData("And, by whom")]
    [InlineData("ok so what did Cho say about it")]
    [InlineData("What\u2019s the reaction in Tokyo")]
    [InlineData("please summarize the treaty")]
    [InlineData("\u4F55\u304C\uFF1F")]
    public void Questions_are_answered(string text) => Assert.True(ThreadTalk.IsQuestion(text));

    [Theory]
    [InlineData("thanks!")]
    [InlineData("Interesting, I did not know that.")]
    [InlineData("Let me check with Kim who wrote it")]
    [InlineData("so, fine")]
    [InlineData("Will do.")]
    [InlineData("ok")]
    [InlineData("")]
    public void Talk_is_left_alone(string text) => Assert.False(ThreadTalk.IsQuestion(text));
}
