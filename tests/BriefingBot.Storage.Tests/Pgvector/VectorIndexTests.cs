using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Pgvector;
using BriefingBot.Storage.Postgres;
using BriefingBot.Storage.Tests.Postgres;
using Npgsql;
using Xunit;

namespace BriefingBot.Storage.Tests.Pgvector;

[Collection(PgliteTests.Name)]
public sealed class VectorIndexTests(PgliteFixture pglite) : IAsyncLifetime
{
    private PostgresStoreFactory _factory = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _factory = new(await pglite.GetEmptyAsync(Ct));

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    [Fact]
    public async Task It_is_built_when_there_are_enough_passages_and_again_when_the_store_has_outgrown_it()
    {
        await SaveAsync();
        Assert.Equal("", await EnsureAsync(19_999));
        Assert.Equal("40", await EnsureAsync(20_000));
        Assert.Equal("40", await EnsureAsync(79_999));
        Assert.Equal("160", await EnsureAsync(80_000));
        Assert.Equal("160", await EnsureAsync(30_000));
    }

    [Fact]
    public async Task One_whose_building_was_broken_off_gives_way()
    {
        await SaveAsync();
        await EnsureAsync(20_000);
        await _factory.ExecuteAsync("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'search_vector_1_near_40'::regclass", Ct);

        Assert.Equal("42", await EnsureAsync(21_000));
    }

    [Fact]
    public async Task Searches_find_the_nearest_through_it_and_what_came_since()
    {
        var store = await SaveAsync();
        await EnsureAsync(20_000);
        await store.SaveAsync(Samples.Indexed(Samples.Article("late", "Late", "A late ship.")), Ct);

        var hits = await store.SearchVectorsAsync(Samples.Vector("A late ship."), CoverageFilter.None, 1, Ct);

        Assert.Equal("A late ship.", (await store.LoadPassagesAsync([hits.Single().Key], Ct)).Single().Text);
        Assert.InRange(hits[0].Score, 0.99, 1.01);
    }

    private async Task<PostgresCoverageStore> SaveAsync()
    {
        var store = await _factory.OpenAsync(Ct, configure: options => options.Vectors = VectorPlace.Pgvector);
        string[] texts = [.. Enumerable.Range(0, 60).Select(i => $"Ship {i} left harbour {i * 7}.")];
        await store.SaveAsync(Samples.Indexed(Samples.Article("a", "Ships", texts)), Ct);
        return store;
    }

    /// <summary>Lets the index be built for a store of so many passages; how many lists it has then, a space between several.</summary>
    private async Task<string> EnsureAsync(int passages)
    {
        await _factory.ExecuteAsync($"UPDATE search_state SET passages = {passages}", Ct);
        using PostgresDatabase database = new(new NpgsqlConnectionStringBuilder(await _factory.GetDatabaseAsync(Ct)) { Pooling = false });
        using (var session = database.Rent())
        {
            VectorIndex.Ensure(session, "public");
        }

        await using NpgsqlConnection connection = new(await _factory.GetDatabaseAsync(Ct) + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using NpgsqlCommand command = new(
            "SELECT coalesce(string_agg(substring(indexname FROM '_near_(.*)'), ' '), '') FROM pg_indexes WHERE indexname LIKE '%\\_near\\_%'",
            connection
        );
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }
}
