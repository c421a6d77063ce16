using System.Text;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

public sealed class BadStoreFileTests : IDisposable
{
    private readonly SqliteStoreFactory _factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public async Task Another_applications_database_is_refused_and_left_as_it_was(string journal)
    {
        Execute($"PRAGMA journal_mode = {journal}; CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine');");

        Assert.Contains("another application", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal("mine", Execute("SELECT text FROM notes"));
    }

    [Fact]
    public async Task A_database_that_only_carries_another_application_id_is_refused()
    {
        Execute("PRAGMA application_id = 1234;");

        Assert.Contains("another application", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dear diary")]
    [InlineData("SQLite format 3\0 or so it says")]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_was(string content)
    {
        await File.WriteAllTextAsync(_factory.Path, content + new string('.', 5000), Encoding.UTF8, Ct);

        Assert.Contains(_factory.Path, await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_becomes_the_store()
    {
        await File.WriteAllBytesAsync(_factory.Path, [], Ct);

        var store = await _factory.OpenAsync(Ct);

        Assert.Equal(SaveOutcome.Added, await store.SaveAsync(Samples.Indexed(Samples.Article("a", "T", "One.")), Ct));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_and_left_as_it_was()
    {
        await SaveAndCloseAsync(1);
        Execute($"PRAGMA user_version = {SchemaMigrations.All.Count + 1};");

        Assert.Contains("newer version", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 1_000_000)]
    [InlineData(9000, 1_000_000)]
    public async Task A_corrupt_store_is_refused_and_left_as_it_was(int from, int length)
    {
        await SaveAndCloseAsync(50);
        byte[] bytes = await File.ReadAllBytesAsync(_factory.Path, Ct);
        bytes.AsSpan(from, Math.Min(length, bytes.Length - from)).Fill(0xA5);
        await File.WriteAllBytesAsync(_factory.Path, bytes, Ct);

        Assert.Contains("damaged", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_store_is_refused_and_left_as_it_was()
    {
        await SaveAndCloseAsync(50);
        byte[] bytes = await File.ReadAllBytesAsync(_factory.Path, Ct);
        await File.WriteAllBytesAsync(_factory.Path, bytes[..20_000], Ct);

        Assert.Contains("damaged", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_factory.Path);

        var error = await Assert.ThrowsAsync<StoreException>(() => _factory.OpenAsync(Ct));
        Assert.Contains("folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        var store = await _factory.OpenAsync(Ct, o => o.Path = _factory.Folder.File("deep/er/store.sqlite"));

        Assert.Equal(0, (await store.GetStatusAsync(Ct)).Articles);
    }

    [Fact]
    public async Task A_store_that_was_not_opened_says_so()
    {
        var store = _factory.Create();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.GetStatusAsync(Ct));
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_stored()
    {
        var store = await _factory.OpenAsync(Ct, o => o.MaxFileBytes = 400_000);
        int saved = 0;
        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (; saved < 1000; saved++)
            {
                await store.SaveAsync(Long(saved), Ct);
            }
        });

        Assert.Contains("No room left", error.Message, StringComparison.Ordinal);
        Assert.InRange(saved, 2, 999);
        Assert.Equal(saved, (await store.GetStatusAsync(Ct)).Articles);
        Assert.Equal(saved, (await store.SearchWordsAsync(["mark"], CoverageFilter.None, 1000, Ct)).Count / 2);
        await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Long(saved), Ct));
        store.Dispose();

        var roomier = await _factory.OpenAsync(Ct);
        Assert.Equal(saved, (await roomier.GetStatusAsync(Ct)).Articles);
        Assert.Equal(SaveOutcome.Added, await roomier.SaveAsync(Long(saved), Ct));
        Assert.Equal("ok", Execute("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_read_only_folder_can_be_read_but_not_written()
    {
        await SaveAndCloseAsync(3);
        await ReadWithoutPermissionAsync(async store =>
        {
            Assert.Equal(3, (await store.SearchWordsAsync(["mark"], CoverageFilter.None, 1000, Ct)).Count / 2);
            Assert.Equal(3, (await store.ListArticlesAsync(CoverageFilter.None, 0, 10, Ct)).Total);
            var error = await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Long(9), Ct));
            Assert.Contains("not written", error.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreException>(() => store.RecordGapAsync("Why?", null, DateTimeOffset.UnixEpoch, Ct));
        });
    }

    [Fact]
    public async Task A_read_only_folder_with_an_unfinished_log_is_refused_rather_than_read_without_it()
    {
        var writer = await _factory.OpenAsync(Ct);
        await writer.SaveAsync(Long(0), Ct);

        // The copy of an open store is what a killed process leaves.
        string copy = _factory.Folder.File("copy/coverage.sqlite");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(_factory.Path, copy);
        File.Copy(_factory.Path + "-wal", copy + "-wal");

        var error = await Assert.ThrowsAsync<StoreException>(() => ReadWithoutPermissionAsync(_ => Task.CompletedTask, copy));
        Assert.Contains("was not closed properly", error.Message, StringComparison.Ordinal);

        var again = await _factory.OpenAsync(Ct, o => o.Path = copy);
        Assert.Equal(1, (await again.GetStatusAsync(Ct)).Articles);
    }

    [Fact]
    public async Task A_read_only_store_of_an_older_schema_is_refused()
    {
        OldStore.Create(_factory.Path);

        var error = await Assert.ThrowsAsync<StoreException>(() => ReadWithoutPermissionAsync(_ => Task.CompletedTask));
        Assert.Contains("schema", error.Message, StringComparison.Ordinal);
    }

    private static IndexedArticle Long(int number) =>
        Samples.Indexed(
            Samples.Article($"a/{number}", $"Mark {number}", string.Join(' ', Enumerable.Range(number, 80).Select(i => $"word{i}")))
        );

    private async Task ReadWithoutPermissionAsync(Func<SqliteCoverageStore, Task> read, string? path = null)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Permissions are tested on Linux only.");
            return;
        }

        path ??= _factory.Path;
        string folder = Path.GetDirectoryName(path)!;
        const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (string file in Directory.GetFiles(folder))
        {
            File.SetUnixFileMode(file, All);
        }

        File.SetUnixFileMode(_factory.Folder.Path, All | Enter);
        File.SetUnixFileMode(folder, All | Enter);
        try
        {
            using FileSystemUser user = new();
            Assert.Throws<UnauthorizedAccessException>(() => File.WriteAllText(Path.Combine(folder, "probe"), ""));
            var store = _factory.Create(configure: o => o.Path = path);
            await store.OpenAsync(Ct);
            await read(store);
            store.Dispose();
        }
        finally
        {
            File.SetUnixFileMode(folder, All | Enter | UnixFileMode.UserWrite);
            File.SetUnixFileMode(_factory.Folder.Path, All | Enter | UnixFileMode.UserWrite);
        }
    }

    private async Task SaveAndCloseAsync(int articles)
    {
        var store = await _factory.OpenAsync(Ct);
        for (int i = 0; i < articles; i++)
        {
            await store.SaveAsync(Long(i), Ct);
        }

        store.Dispose();
    }

    /// <summary>The message with which the file is refused; checks that neither it nor its folder changed.</summary>
    private async Task<string> RefusalAsync()
    {
        byte[] before = await File.ReadAllBytesAsync(_factory.Path, Ct);
        var error = await Assert.ThrowsAsync<StoreException>(() => _factory.OpenAsync(Ct));
        Assert.Equal(before, await File.ReadAllBytesAsync(_factory.Path, Ct));
        Assert.DoesNotContain('\n', error.Message);
        Assert.Contains(_factory.Path, error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    private object? Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={_factory.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
