using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class SchemaMigratorTests : IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_store_of_the_first_schema_is_brought_forward_with_its_content()
    {
        OldStore.Create(_factory.Path);

        var store = await _factory.OpenAsync(Ct);

        Assert.Equal(SchemaMigrations.All.Count, (await store.GetStatusAsync(Ct)).SchemaVersion);
        Assert.Equal("An old passage.", (await store.FindArticleAsync(ArticleId.Parse("old"), null, Ct))!.Article.Text);
        Assert.Single(await store.SearchWordsAsync(["passag"], CoverageFilter.None, 10, Ct));
        await store.RecordGapAsync("Why?", null, DateTimeOffset.UnixEpoch, Ct);
        Assert.Single(await store.ListGapsAsync(10, Ct));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_step_before()
    {
        using SqliteSession session = new(new SqliteConnection($"Data Source={_factory.Path};Pooling=False"));
        session.Connection.Open();
        SchemaMigrator migrator = new(_factory.Path, ["CREATE TABLE one (x);", "CREATE TABLE two (x); CREATE TABLE one (x);"]);

        Assert.Throws<SqliteException>(() => migrator.Migrate(session));

        Assert.Equal(1, session.ReadLong("PRAGMA user_version"));
        Assert.Equal(1, session.ReadLong("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"));
        Assert.Equal(StoreFileHeader.ApplicationId, session.ReadLong("PRAGMA application_id"));
    }

    [Fact]
    public async Task Two_processes_may_create_the_store_at_the_same_time()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => _factory.Create()).ToList();

        await Parallel.ForEachAsync(stores, Ct, async (store, ct) => await store.OpenAsync(ct));

        Assert.All(stores, s => Assert.NotNull(s));
        Assert.Equal(SchemaMigrations.All.Count, (await stores[3].GetStatusAsync(Ct)).SchemaVersion);
    }
}
