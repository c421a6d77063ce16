using BriefingBot.Core.Chat.Inbox;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("Hi", SmallTalkKind.Greeting)]
    [InlineData("good morning everyone!", SmallTalkKind.Greeting)]
    [InlineData("Hello there, bot :)", SmallTalkKind.Greeting)]
    [InlineData("Thanks a lot!!", SmallTalkKind.Thanks)]
    [InlineData("ok thanks", SmallTalkKind.Thanks)]
    [InlineData("help", SmallTalkKind.Help)]
    [InlineData("What can you do?", SmallTalkKind.Help)]
    [InlineData("Who are you?", SmallTalkKind.Identity)]
    [InlineData("What\u2019s your name?", SmallTalkKind.Identity)]
    [InlineData("please stop", SmallTalkKind.Stop)]
    public void Talk_is_told_by_the_whole_message(string text, SmallTalkKind? expected) => Assert.Equal(expected, SmallTalk.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("What is new?")]
    [InlineData("Who are you quoting on the treaty?")]
    [InlineData("Did the talks stop?")]
    [InlineData("Stop and search: what did the police say?")]
    [InlineData("Help for Ukraine")]
    [InlineData("Thanks to whom was the treaty signed?")]
    [InlineData("Good Morning Britain")]
    [InlineData("Is the Great Barrier Reef dying?")]
    [InlineData("missile test")]
    public void What_may_be_a_question_is_none(string text) => Assert.Null(SmallTalk.Of(text));

    [Theory]
    [InlineData("is this true?", true)]
    [InlineData("", true)]
    [InlineData("Thoughts?", true)]
    [InlineData("When was that?", true)]
    [InlineData("Is this true of the treaty with Norway?", false)]
    [InlineData("When was that treaty signed?", false)]
    public void A_message_that_says_nothing_but_this_points_at_its_post(string text, bool expected) =>
        Assert.Equal(expected, PointingQuestion.Is(text));

    [Theory]
    [InlineData("M what did it say? cc M", "what did it say?")]
    [InlineData("M M what did it say?", "what did it say?")]
    [InlineData("hey M and M, what did it say?", "hey  , what did it say?")]
    [InlineData("what did it say? (fyi M, M & M)", "what did it say?")]
    [InlineData("what is a cc?", "what is a cc?")]
    public void Whom_a_mention_names_is_no_part_of_what_is_asked(string text, string expected) =>
        Assert.Equal(expected, OtherPeople.Drop(text.Replace('M', OtherPeople.Mark)));
}
