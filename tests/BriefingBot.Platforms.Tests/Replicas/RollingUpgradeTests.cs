using BriefingBot.Platforms.Tests.Host;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>Replicas of this build beside a later one that has brought the schema forward.</summary>
[Collection(ReplicaCollection.Name)]
public sealed class RollingUpgradeTests : IAsyncLifetime
{
    private ReplicaRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _room = await ReplicaRoom.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Replicas_of_a_build_before_a_step_that_only_adds_work_and_start_on()
    {
        var first = await _room.StartFirstAsync(Cancel);
        await _room.ReadAsync("CREATE TABLE of_a_later_build (number bigint); UPDATE store_schema SET version = version + 1", Cancel);
        await ExpectAnswersAsync();

        var second = await _room.StartNextAsync(Cancel);
        await first.StopAsync(Cancel);
        await ExpectAnswersAsync();

        Assert.False(second.Process.HasExited);
    }

    [Fact]
    public async Task A_start_on_a_store_that_only_a_later_build_can_work_on_is_refused_with_what_to_do()
    {
        await _room.StartFirstAsync(Cancel);
        await _room.ReadAsync("UPDATE store_schema SET version = version + 1, readable_from = version + 1", Cancel);

        var late = _room.Launch();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(RunningBot.Patience);
        await late.Process.WaitForExitAsync(limit.Token);

        Assert.NotEqual(0, late.Process.ExitCode);
        await late.WaitForLogAsync("was written by a newer version", Cancel);
        Assert.Contains("update BriefingBot", late.Log, StringComparison.Ordinal);
    }

    private async Task ExpectAnswersAsync()
    {
        for (int i = 0; i < 4; i++)
        {
            _room.Discord.Ask();
            _room.Slack.Ask();
        }

        await _room.WaitForAnswersAsync(0, RunningBot.Patience, Cancel);
        await _room.WaitUntilNothingIsOpenAsync(RunningBot.Patience, Cancel);
        _room.AssertAnsweredOnce();
    }
}
