using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>
/// Takes backups of the store, with what was fetched of sources: one file, consistent as of one moment, while others read and write the
/// store. Thread-safe.
/// </summary>
public sealed class SqliteBackup(IOptions<SqliteStoreOptions> options, IntakeFolder fetched)
{
    /// <summary>The file, and what SQLite keeps beside it.</summary>
    private static readonly string[] OfStore = ["", "-wal", "-shm", "-journal"];

    /// <summary>Takes one. The store's schema is left as it is, so that a backup can be taken before an upgrade changes it.</summary>
    /// <param name="file">The backup; its folder is there.</param>
    /// <param name="overwrite">A file that is there is replaced, once the new one is whole.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Ends it; nothing is left then.</param>
    /// <exception cref="StoreException">There is no store, it cannot be read, or the backup cannot be written.</exception>
    public StoreCopy Take(string file, bool overwrite, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(file);
        SqliteConnections connections = new(options.Value);
        string store = connections.Path;
        if (!File.Exists(store))
        {
            throw new StoreException($"There is no store at '{store}', so there is nothing to back up: name the data folder with --data.");
        }

        string real = RealPath.Of(store);
        if (RealPath.Of(target) is var place && OfStore.Any(suffix => place == real + suffix))
        {
            throw new StoreException($"'{target}' is a file of the store itself: name another file for the backup.");
        }

        StoreFileHeader.Check(store);
        try
        {
            using PartialFile part = new(target);
            using var source = connections.OpenAsItIs();
            StoreCopier.Copy(source, part.Path, progress, cancellationToken);
            var (schema, contents, files) = Complete(part.Path, store, cancellationToken);
            long bytes = new FileInfo(part.Path).Length;
            part.PutInPlace(overwrite);
            return new StoreCopy(target, bytes, schema, contents, files);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw BackupErrors.OfBackup(exception, store, target);
        }
    }

    private (int Schema, StoreContents Contents, int Files) Complete(string path, string store, CancellationToken cancellationToken)
    {
        using var copy = StoreCopier.Open(path);
        int schema = new SchemaMigrator(store, SchemaMigrations.All).ReadVersion(copy);
        if (schema == 0)
        {
            throw new StoreException($"The store '{store}' is empty, so there is nothing to back up: run 'index' first.");
        }

        int files = FetchedFiles.Pack(copy, fetched.Path, cancellationToken);
        return StoreCopier.FindDamage(copy, cancellationToken) is { } damage
            ? throw new StoreException(
                $"The store '{store}' is damaged ({damage}), so no backup was taken: restore it from an earlier one, or "
                    + $"move it away and index again."
            )
            : (schema, StoreContents.Count(copy), files);
    }
}
