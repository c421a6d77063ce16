using BriefingBot.Slack.Interactions;

namespace BriefingBot.Platforms.Tests.Slack.Interactions;

public sealed class ResponseTargetTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("1700000000.000100", null)]
    [InlineData(null, "1700000000.000200")]
    [InlineData("1700000000.000100", "1700000000.000200")]
    public void It_is_read_as_it_was_written(string? thread, string? share)
    {
        ResponseTarget target = new("https://hooks.slack.com/commands/T1/2/abc", thread, share);

        Assert.Equal(target, ResponseTarget.Read(target.ToString()));
    }

    [Fact]
    public void Nothing_is_nothing() => Assert.Null(ResponseTarget.Read(null));
}
