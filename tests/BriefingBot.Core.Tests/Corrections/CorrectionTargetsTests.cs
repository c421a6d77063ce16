using BriefingBot.Core.Corrections;
using Xunit;

namespace BriefingBot.Core.Tests.Corrections;

public sealed class CorrectionTargetsTests
{
    [Theory]
    [InlineData("threads", true, 0)]
    [InlineData(" Threads , slack:T1/C2,discord:123 ", true, 2)]
    [InlineData("slack:C2", false, 1)]
    [InlineData("none", false, 0)]
    public void Places_are_read(string text, bool threads, int places)
    {
        var targets = CorrectionTargets.Read(text, out _);

        Assert.Equal((threads, places), (targets!.Threads, targets.Places.Count));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("thread", "thread")]
    [InlineData("none, threads", "none")]
    [InlineData("threads, slack", "slack")]
    [InlineData("slack:", "slack:")]
    [InlineData("slack:T1/", "slack:T1/")]
    public void What_is_no_place_is_named(string text, string wrong)
    {
        Assert.Null(CorrectionTargets.Read(text, out string part));
        Assert.Equal(wrong, part);
        var result = new CorrectionsOptionsValidator().Validate(null, new CorrectionsOptions { Notify = text });
        Assert.Contains("Corrections:Notify", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_is_told_from_its_channel()
    {
        var place = Assert.Single(CorrectionTargets.Read("slack:T1/C2", out _)!.Places);

        Assert.Equal(("slack", "T1", "C2"), (place.Platform, place.Space, place.Channel));
    }
}
