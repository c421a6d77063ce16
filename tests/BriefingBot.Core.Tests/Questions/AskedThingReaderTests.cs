using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class AskedThingReaderTests
{
    [Theory]
    [InlineData("Which stadium hosted the final?", "stadium", false, null)]
    [InlineData("How many North Korean soldiers were sent?", "soldiers", true, null)]
    [InlineData("How many people died in the fire?", "people", true, null)]
    [InlineData("What law did the senate pass?", "law", false, null)]
    [InlineData("How many were killed?", "people", true, null)]
    [InlineData("Which city did Kim visit?", "city", false, "place")]
    [InlineData("Which general spoke after the meeting?", "general", false, null)]
    [InlineData("which spokesperson mentioned the summit", "spokesperson", false, null)]
    [InlineData("Who is the spokesperson of the ministry?", "spokesperson", false, null)]
    [InlineData("What company bought the harbour?", "company", false, "organization")]
    public void The_noun_that_is_asked_for_is_found(string question, string noun, bool counted, string? kind)
    {
        var asked = AskedThingReader.Read(question);
        Assert.Equal((noun, counted, kind), (asked?.Noun, asked?.IsCounted, asked?.Kind));
    }

    [Theory]
    [InlineData("Who opened the harbour?")]
    [InlineData("What did the council decide?")]
    [InlineData("When did the library open?")]
    [InlineData("Did the mayor resign?")]
    public void A_question_that_names_no_thing_asks_for_none(string question) => Assert.Null(AskedThingReader.Read(question));
}
