using BriefingBot.Core.Intake;
using BriefingBot.Storage.Sqlite;
using BriefingBot.Storage.Sqlite.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite;

/// <summary>Long backups: told of, and ended at any moment without a trace.</summary>
public sealed class SqliteBackupTests : IDisposable
{
    private const int Rows = 300_000;
    private readonly SqliteStoreFactory _factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_backup_that_is_ended_half_way_leaves_nothing_and_the_store_goes_on()
    {
        var store = await OpenLargeAsync();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        string file = _factory.Folder.File("one.backup");
        Seen seen = new(share =>
        {
            if (share > 0)
            {
                stop.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => Backup().Take(file, overwrite: false, seen, stop.Token));

        Assert.InRange(seen.Shares[^1], 0.0001, 0.9999);
        Assert.All(
            Directory.GetFiles(Path.GetDirectoryName(file)!),
            static path => Assert.StartsWith("coverage.sqlite", Path.GetFileName(path), StringComparison.Ordinal)
        );
        await store.RecordGapAsync("who won?", null, TimeProvider.System.GetUtcNow(), Ct);
    }

    [Fact]
    public async Task Progress_only_grows_and_ends_at_one()
    {
        await OpenLargeAsync();
        Seen seen = new(static _ => { });

        var copy = Backup().Take(_factory.Folder.File("one.backup"), overwrite: false, seen, Ct);

        Assert.Equal(seen.Shares.Order(), seen.Shares);
        Assert.Equal(1, seen.Shares[^1]);
        Assert.True(seen.Shares.Count > 3);
        Assert.InRange(copy.Bytes, 1_000_000, long.MaxValue);
    }

    [Fact]
    public async Task What_was_deleted_is_not_in_a_backup()
    {
        await OpenLargeAsync();
        Run("DELETE FROM gap");

        var copy = Backup().Take(_factory.Folder.File("one.backup"), overwrite: false, null, Ct);

        Assert.DoesNotContain(
            "Birchhaven",
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(copy.Path, Ct)),
            StringComparison.Ordinal
        );
    }

    private async Task<SqliteCoverageStore> OpenLargeAsync()
    {
        var store = await _factory.OpenAsync(Ct);
        Run(
            $"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
            INSERT INTO gap SELECT 'who won the race of Birchhaven number ' || i, 'Who won the race of Birchhaven number ' || i, i, 1 FROM n
            """
        );
        return store;
    }

    private void Run(string sql)
    {
        using SqliteConnection connection = new(
            new SqliteConnectionStringBuilder { DataSource = _factory.Path, Pooling = false }.ConnectionString
        );
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this class's.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteBackup Backup() =>
        new(Options.Create(new SqliteStoreOptions { Path = _factory.Path }), new IntakeFolder(_factory.Folder.File("sources")));

    private sealed class Seen(Action<double> then) : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            Shares.Add(value);
            then(value);
        }
    }
}
