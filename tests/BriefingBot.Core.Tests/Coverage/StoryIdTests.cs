using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Coverage;

public sealed class StoryIdTests
{
    [Fact]
    public void Is_read_as_it_is_written() => Assert.Equal(new StoryId(12), StoryId.Parse(new StoryId(12).ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("s")]
    [InlineData("s0")]
    [InlineData("s-1")]
    [InlineData("s1.5")]
    [InlineData("s99999999999999999999")]
    [InlineData(null)]
    public void Anything_else_is_no_story_id(string? text) => Assert.False(StoryId.TryParse(text, out _));
}
