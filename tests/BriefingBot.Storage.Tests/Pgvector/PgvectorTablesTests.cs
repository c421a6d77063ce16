using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Postgres;
using BriefingBot.Storage.Tests.Postgres;
using Xunit;

namespace BriefingBot.Storage.Tests.Pgvector;

[Collection(PgliteTests.Name)]
public sealed class PgvectorTablesTests(PgliteFixture pglite) : IAsyncLifetime
{
    private PostgresStoreFactory _factory = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _factory = new(await pglite.GetEmptyAsync(Ct));

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    [Fact]
    public async Task The_extension_may_be_in_a_schema_of_its_own()
    {
        await _factory.ExecuteAsync("DROP SCHEMA IF EXISTS ext CASCADE; CREATE SCHEMA ext; CREATE EXTENSION vector SCHEMA ext", Ct);
        var store = await OpenAsync();

        await SaveAsync(store, "a", "rain over the harbour");

        Assert.Single(await store.SearchVectorsAsync(Samples.Vector("rain over the harbour"), CoverageFilter.None, 1, Ct));
        await _factory.ExecuteAsync("DROP SCHEMA ext CASCADE", Ct);
    }

    [Fact]
    public async Task The_extension_may_be_there_before_the_store()
    {
        await _factory.ExecuteAsync("CREATE EXTENSION vector", Ct);
        var store = await OpenAsync();

        await SaveAsync(store, "a", "rain over the harbour");

        Assert.Single(await store.SearchVectorsAsync(Samples.Vector("rain over the harbour"), CoverageFilter.None, 1, Ct));
    }

    [Fact]
    public async Task What_was_indexed_by_a_process_that_searches_in_memory_is_found()
    {
        var store = await OpenAsync();
        await SaveAsync(store, "a", "rain over the harbour");

        // What a process does that knows nothing of the tables which are searched.
        await _factory.ExecuteAsync(
            """
            CREATE TABLE kept AS SELECT * FROM search_passage;
            DELETE FROM search_passage; DELETE FROM search_term; UPDATE search_state SET index_state = -1, passages = 0, words = 0;
            """,
            Ct
        );

        Assert.Single(await store.SearchWordsAsync(["harbour"], CoverageFilter.None, 10, Ct));
        Assert.Equal(2, (await store.GetPassageFrequenciesAsync(["rain"], Ct)).Passages);
        Assert.Equal(
            0,
            await _factory.ReadAsync(
                "SELECT count(*) FROM kept k FULL JOIN search_passage s USING (passage, article, collection, words, terms, entries) "
                    + "WHERE k.passage IS NULL OR s.passage IS NULL",
                Ct
            )
        );
        await _factory.ExecuteAsync("DROP TABLE kept", Ct);
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_nothing_behind_in_the_tables_that_are_searched()
    {
        var store = await OpenAsync();
        await SaveAsync(store, "a", "rain over the harbour");

        await store.WithdrawAsync(Samples.Article("a", "x", "y").Id, Ct);

        Assert.Equal(
            0,
            await _factory.ReadAsync(
                "SELECT (SELECT count(*) FROM search_passage) + (SELECT count(*) FROM search_vector_1) + (SELECT sum(passages) FROM search_term) "
                    + "+ (SELECT passages + words FROM search_state)",
                Ct
            )
        );
    }

    private async Task<PostgresCoverageStore> OpenAsync() =>
        await _factory.OpenAsync(Ct, configure: options => options.Vectors = VectorPlace.Pgvector);

    private static Task<SaveOutcome> SaveAsync(PostgresCoverageStore store, string id, string text) =>
        store.SaveAsync(Samples.Indexed(Samples.Article(id, "The weather", text)), Ct);
}
