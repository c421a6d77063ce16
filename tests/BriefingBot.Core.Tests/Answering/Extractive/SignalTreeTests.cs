using BriefingBot.Core.Answering.Extractive.Refusing;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Extractive;

public sealed class SignalTreeTests
{
    [Theory]
    [InlineData(0.1, 0.9, 1.5)]
    [InlineData(0.5, 0.9, -2)]
    [InlineData(0.5, 0.2, 0.25)]
    public void Follows_the_branch_on_whose_side_of_the_cut_a_signal_lies(double similarity, double context, double adds)
    {
        double[] signals = new double[AnswerabilityJudge.Names.Count];
        (signals[0], signals[2]) = (similarity, context);

        Assert.Equal(adds, SignalTree.Parse("similarity<0.5 1.5 context<0.9 0.25 -2").Add(signals));
    }

    [Fact]
    public void Is_written_as_it_is_read()
    {
        const string line = "similarity<0.5 1.5 context<0.9 0.25 -2";

        Assert.Equal(line, SignalTree.Parse(line).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("similarity<0.5 1")]
    [InlineData("similarity<0.5 1 2 3")]
    [InlineData("guess<0.5 1 2")]
    [InlineData("similarity<much 1 2")]
    [InlineData("open<1 0 open<1 0 open<1 0 open<1 0 open<1 0 open<1 0 open<1 0 1")]
    public void Refuses_what_is_no_tree(string line) => Assert.Throws<FormatException>(() => SignalTree.Parse(line));

    [Fact]
    public void The_trees_that_ship_are_read() => Assert.NotEqual(0, SignalTrees.Shipped.Sum(new double[AnswerabilityJudge.Names.Count]));
}
