using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class StemFilterTests
{
    [Fact]
    public void No_stem_of_its_own_is_ever_missed_and_few_others_are_let_through()
    {
        string[] own = [.. Enumerable.Range(0, 20).Select(i => $"own{i}")];
        var filter = StemFilter.Of(own);

        Assert.All(own, stem => Assert.True(filter.MayHold(new StemmedWord(stem))));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => filter.MayHold(new StemmedWord($"other{i}"))), 0, 1_000);
    }

    [Fact]
    public void One_of_nothing_holds_nothing() => Assert.False(StemFilter.Of([]).MayHold(new StemmedWord("word")));
}
