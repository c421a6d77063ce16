using System.Globalization;
using BriefingBot.Platforms.Tests.Host;

namespace BriefingBot.Platforms.Tests.Replicas;

/// <summary>Replicas that all start at once on an empty database.</summary>
[Collection(ReplicaCollection.Name)]
public sealed class FirstStartTests : IAsyncLifetime
{
    private ReplicaRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _room = await ReplicaRoom.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Three_replicas_that_start_at_once_index_one_after_the_other_and_store_each_article_once()
    {
        RunningBot[] replicas = [_room.Launch(), _room.Launch(), _room.Launch()];
        await Task.WhenAll(replicas.Select(static replica => replica.WaitForLogAsync("Indexed:", Cancel)));

        Assert.Equal(5L, await _room.ReadAsync("SELECT count(*) FROM article", Cancel));
        Assert.Equal(5L, await _room.ReadAsync("SELECT count(*) FROM revision", Cancel));
        Assert.Equal(1, await _room.ReadAsync("SELECT max(revision) FROM revision", Cancel));
        Assert.Equal(1, replicas.Count(static replica => replica.Log.Contains("Indexed: 5 added", StringComparison.Ordinal)));
        var runs = replicas.Select(RunOf).OrderBy(static run => run.Begun).ToList();
        Assert.All(runs.Zip(runs.Skip(1)), static pair => Assert.True(pair.First.Ended <= pair.Second.Begun, $"{pair}"));
    }

    /// <summary>From when to when the replica indexed, by its log.</summary>
    private static (DateTimeOffset Begun, DateTimeOffset Ended) RunOf(RunningBot replica) =>
        (TimeOf(replica, "Indexing 5 files"), TimeOf(replica, "Indexed:"));

    private static DateTimeOffset TimeOf(RunningBot replica, string words)
    {
        string line = replica.Log.Split('\n').First(line => line.Contains(words, StringComparison.Ordinal));
        return DateTimeOffset.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
