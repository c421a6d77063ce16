using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

public sealed class CallPaceTests
{
    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public void A_burst_passes_and_then_one_goes_each_second()
    {
        var pace = Pace();

        Assert.Equal([0, 0, 0, 1, 2, 3], Enumerable.Range(0, 6).Select(_ => pace.WaitFor(pace.Take()).TotalSeconds));
    }

    [Fact]
    public void A_burst_is_earned_again_by_silence()
    {
        var pace = Pace();
        foreach (int _ in Enumerable.Range(0, 3))
        {
            pace.Take();
        }

        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal([0, 0.5, 1.5], Enumerable.Range(0, 3).Select(_ => pace.WaitFor(pace.Take()).TotalSeconds));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(pace.IsIdle);
        Assert.Equal([0, 0, 0, 1], Enumerable.Range(0, 4).Select(_ => pace.WaitFor(pace.Take()).TotalSeconds));
    }

    [Fact]
    public void The_longest_block_counts_and_passes()
    {
        var pace = Pace();
        pace.Block(TimeSpan.FromSeconds(30));
        pace.Block(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(30), pace.WaitFor(pace.Pass()));
        Assert.False(pace.IsIdle);
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.Zero, pace.WaitFor(pace.Pass()));
        Assert.True(pace.IsIdle);
    }

    [Fact]
    public void Those_in_line_are_put_off_by_a_block_and_keep_their_distances()
    {
        var pace = Pace();
        CallTurn[] turns = [.. Enumerable.Range(0, 5).Select(_ => pace.Take())];
        pace.Block(TimeSpan.FromSeconds(10));

        Assert.Equal([10, 10, 10, 11, 12], turns.Select(turn => pace.WaitFor(turn).TotalSeconds));
        Assert.Equal(13, pace.WaitFor(pace.Take()).TotalSeconds);
        _clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal([0, 0, 0, 0, 1], turns.Select(turn => pace.WaitFor(turn).TotalSeconds));
    }

    private CallPace Pace() => new(new WebApiTimings(), _clock);
}
