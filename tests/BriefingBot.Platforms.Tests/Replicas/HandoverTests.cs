using BriefingBot.Platforms.Tests.Host;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>One of three replicas is connected; when it ends, another is soon.</summary>
[Collection(ReplicaCollection.Name)]
public sealed class HandoverTests : IAsyncLifetime
{
    /// <summary>15 seconds are promised; machines that are busy get some more.</summary>
    private static readonly TimeSpan MostAfterKill = TimeSpan.FromSeconds(20);

    /// <summary>About three seconds are usual.</summary>
    private static readonly TimeSpan MostAfterStop = TimeSpan.FromSeconds(10);

    private ReplicaRoom _room = null!;
    private RunningBot _first = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _room = await ReplicaRoom.StartAsync(Cancel);
        _first = await _room.StartFirstAsync(Cancel);
        await Task.WhenAll(_room.StartNextAsync(Cancel), _room.StartNextAsync(Cancel));
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_replica_that_is_killed_while_it_is_connected_is_followed_by_another_within_fifteen_seconds()
    {
        var watch = ConnectionWatch.Start(_room, Cancel);

        await _first.KillAsync();

        await ExpectAnotherAsync(watch, MostAfterKill);
    }

    [Fact]
    public async Task A_replica_that_is_stopped_hands_its_connections_over_within_seconds()
    {
        var watch = ConnectionWatch.Start(_room, Cancel);

        var stopping = _first.StopAsync(Cancel);

        await ExpectAnotherAsync(watch, MostAfterStop);
        Assert.Equal(0, await stopping);
    }

    private async Task ExpectAnotherAsync(ConnectionWatch watch, TimeSpan most)
    {
        _room.Discord.Ask();
        _room.Slack.Ask();
        var (discord, slack) = await watch.WaitForAnotherAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Discord after {discord.TotalSeconds:F1} s, Slack after {slack.TotalSeconds:F1} s"
        );

        Assert.InRange(discord, TimeSpan.Zero, most);
        Assert.InRange(slack, TimeSpan.Zero, most);
        await _room.WaitForAnswersAsync(0, RunningBot.Patience, Cancel);
        await _room.WaitUntilNothingIsOpenAsync(RunningBot.Patience, Cancel);
        _room.AssertAnsweredOnce();
        Assert.False(watch.SawTwo);
    }
}
