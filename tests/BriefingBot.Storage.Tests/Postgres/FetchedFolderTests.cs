using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Tests.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Postgres;

public sealed class FetchedFolderTests : IAsyncDisposable
{
    private readonly PostgresStoreFactory _factory = new();
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return _factory.DisposeAsync();
    }

    [Fact]
    public async Task Replicas_that_share_a_store_must_see_the_same_fetched_articles()
    {
        SqlSourceStore one = new(await _factory.OpenAsync(Ct));
        SqlSourceStore other = new(await _factory.OpenAsync(Ct));
        await one.RequireFolderAsync(Folder("shared"), Ct);
        await other.RequireFolderAsync(Folder("shared"), Ct);

        var error = await Assert.ThrowsAsync<StoreException>(() => other.RequireFolderAsync(Folder("own"), Ct));

        Assert.Contains("is not the folder that the others use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_was_moved_with_its_mark_is_known()
    {
        SqlSourceStore store = new(await _factory.OpenAsync(Ct));
        await store.RequireFolderAsync(Folder("before"), Ct);
        Directory.Move(Folder("before").Path, Folder("after").Path);

        await store.RequireFolderAsync(Folder("after"), Ct);
    }

    [Fact]
    public async Task A_store_of_one_process_marks_nothing()
    {
        using SqliteStoreFactory sqlite = new();
        await new SqlSourceStore(await sqlite.OpenAsync(Ct)).RequireFolderAsync(Folder("own"), Ct);

        Assert.False(Directory.Exists(Folder("own").Path));
    }

    private IntakeFolder Folder(string name) => new(_folder.File(name));
}
