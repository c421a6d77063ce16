using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>Puts a backup where no store is, or an empty one: all of it, checked, or nothing. Thread-safe.</summary>
public sealed class SqliteRestore(IOptions<SqliteStoreOptions> options, IntakeFolder fetched)
{
    /// <summary>Restores a backup, or a store's file that was copied while no bot ran on it.</summary>
    /// <param name="file">The backup; it is only read.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Ends it before the switch; nothing is changed then.</param>
    /// <exception cref="StoreException">The backup is none or damaged, the place is taken, or it cannot be written.</exception>
    public StoreCopy Run(string file, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        string backup = Path.GetFullPath(file);
        string store = Path.GetFullPath(options.Value.Path);
        CheckKind(backup);
        try
        {
            using var target = RestoreTarget.Take(store, fetched.Path);
            using var source = new SqliteConnections(new SqliteStoreOptions { Path = backup }).OpenAtRest();
            int schema = new SchemaMigrator(backup, SchemaMigrations.All).ReadVersion(source);
            if (StoreCopier.FindDamage(source, cancellationToken) is { } damage)
            {
                throw BackupErrors.Damaged(backup, damage);
            }

            using PartialFolder folder = new(fetched.Path);
            int files = FetchedFiles.Unpack(source, backup, folder.Path, cancellationToken);
            using PartialFile part = new(store);
            StoreCopier.Copy(source, part.Path, progress, cancellationToken);
            var contents = Prepare(part.Path, StoreContents.Count(source), backup, cancellationToken);
            long bytes = new FileInfo(part.Path).Length;
            cancellationToken.ThrowIfCancellationRequested();
            folder.PutInPlace();
            target.Fill(part);
            folder.Keep();
            return new StoreCopy(store, bytes, schema, contents, files);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw BackupErrors.OfRestore(exception, backup, store);
        }
    }

    private static void CheckKind(string backup)
    {
        try
        {
            string? wrong = StoreFileHeader.Look(backup) switch
            {
                StoreFileKind.Ours => null,
                StoreFileKind.Empty => "is empty",
                StoreFileKind.OtherApplication or StoreFileKind.Unnamed => "is a SQLite database of another application",
                _ => "is not a SQLite database",
            };
            if (wrong is not null)
            {
                throw new StoreException($"'{backup}' {wrong}, so nothing was restored: name a file made by 'backup'.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The backup '{backup}' cannot be read ({exception.Message}): check that it is there and that this user may read it.",
                exception
            );
        }
    }

    private static StoreContents Prepare(string path, StoreContents expected, string backup, CancellationToken cancellationToken)
    {
        using var copy = StoreCopier.Open(path);
        FetchedFiles.Remove(copy);
        new SchemaMigrator(path, SchemaMigrations.All).Migrate(copy);
        if (StoreShape.FindDifference(copy) is { } difference)
        {
            throw new StoreException(
                $"The backup '{backup}' does not hold a store of this program ({difference}), so nothing was restored: name "
                    + $"a file made by 'backup'."
            );
        }

        SettleOpenWork(copy);
        if (StoreCopier.FindDamage(copy, cancellationToken) is { } damage)
        {
            throw BackupErrors.Damaged(backup, damage);
        }

        var contents = StoreContents.Count(copy);
        return contents == expected ? contents : throw BackupErrors.Damaged(backup, $"it holds {expected}, the copy {contents}");
    }

    /// <summary>
    /// The bot that the backup was taken of went on with its open questions: they are not answered a second time. Its leases ended with it.
    /// </summary>
    private static void SettleOpenWork(SqliteSession copy)
    {
        using var transaction = copy.BeginWrite();
        copy.Execute("DELETE FROM lease");
        copy.Execute(
            """
            UPDATE chat_question SET state = 3, owner = '', claimed_until = 0, reply_token = NULL,
              text = CASE WHEN is_private OR is_direct THEN '' ELSE text END, about = CASE WHEN is_private OR is_direct THEN NULL ELSE about END
            WHERE state < 2
            """
        );
        transaction.Commit();
    }
}
