using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Postgres;
using BriefingBot.TestServers.Postgres;
using BriefingBot.TestServers.Proxy;
using Npgsql;
using Xunit;

namespace BriefingBot.Storage.Tests.Postgres;

/// <summary>Processes that share a store hear of each other's commits, also after the server or the network was away.</summary>
public sealed class FollowingTests : IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    [Fact]
    public async Task A_commit_is_seen_by_the_others_without_being_asked_for()
    {
        var writer = await _factory.OpenAsync(Ct);
        var reader = await _factory.OpenAsync(Ct);
        for (int i = 0; i < 5; i++)
        {
            await writer.SaveAsync(Samples.Indexed(Samples.Article($"{i}", "Title", $"Harbour{i} froze.")), Ct);

            await SeeAsync(reader, $"harbour{i}");
        }
    }

    [Fact]
    public async Task Who_was_cut_off_catches_up_when_the_network_is_back()
    {
        var server = await PostgresServer.SharedAsync(Ct);
        var writer = await _factory.OpenAsync(Ct);
        await using var proxy = TcpProxy.Start(server.Port);
        var reader = await _factory.OpenAsync(
            Ct,
            configure: options =>
                options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString)
                {
                    Port = proxy.Address.Port,
                }.ConnectionString
        );
        await writer.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "The harbour froze.")), Ct);
        await SeeAsync(reader, "harbour");

        await proxy.CutAsync(TcpCut.Break, Ct);
        await writer.SaveAsync(Samples.Indexed(Samples.Article("b", "Title", "A glacier calved.")), Ct);
        proxy.Restore();

        await SeeAsync(reader, "glacier");
    }

    [Fact]
    public async Task A_server_that_starts_again_is_waited_for()
    {
        await using var server = await PostgresServer.StartAsync(Ct);
        string database = await server.CreateDatabaseAsync(Ct);
        var store = await _factory.OpenAsync(Ct, configure: options => options.ConnectionString = database);
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Title", "The harbour froze.")), Ct);

        await server.KillAsync(Ct);
        var reading = store.GetStatusAsync(Ct);
        var writing = store.SaveAsync(Samples.Indexed(Samples.Article("b", "Title", "A glacier calved.")), Ct);
        await server.RestartAsync(Ct);

        Assert.InRange((await reading).Articles, 1, 2);
        Assert.Equal(SaveOutcome.Added, await writing);
        await SeeAsync(store, "glacier");
    }

    /// <summary>Searches until the passage is found; the test's own time ends it.</summary>
    private static async Task SeeAsync(PostgresCoverageStore store, string word)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await store.SearchWordsAsync(Samples.Stems(word), new CoverageFilter(), 5, patience.Token)).Count == 0) { }
    }
}
