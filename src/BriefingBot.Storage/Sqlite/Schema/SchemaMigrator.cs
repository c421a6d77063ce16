using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sqlite.Schema;

/// <summary>Brings a file's schema forward. <c>user_version</c> counts the steps done; each step is one transaction.</summary>
internal sealed class SchemaMigrator(string path, IReadOnlyList<string> migrations)
{
    /// <summary>The version this build writes.</summary>
    public int Latest => migrations.Count;

    /// <summary>Checks a file that cannot be written.</summary>
    /// <exception cref="StoreException">Another application's file, or a schema that is not the one this build reads.</exception>
    public void Check(SqliteSession session)
    {
        int version = ReadVersion(session);
        if (version < Latest)
        {
            throw new StoreException(
                $"The store '{path}' must be upgraded from schema {version} to {Latest} but cannot be written: make the "
                    + $"file and its folder writable once."
            );
        }
    }

    /// <summary>Runs the missing steps.</summary>
    /// <returns>The version before.</returns>
    /// <exception cref="StoreException">Another application's file, or one written by a newer build.</exception>
    public int Migrate(SqliteSession session)
    {
        int before = ReadVersion(session);
        int version = before;
        while (version < Latest)
        {
            using var transaction = session.BeginWrite();

            // Another process may have been faster.
            version = ReadAtOnce(session);
            if (version >= Latest)
            {
                break;
            }

            session.ExecuteScript(
                $"PRAGMA application_id = {StoreFileHeader.ApplicationId}; {migrations[version]}; PRAGMA user_version = {version + 1};"
            );
            transaction.Commit();
            version++;
        }

        return before;
    }

    /// <summary>The version of the file; 0 for an empty one. Not within a transaction.</summary>
    /// <exception cref="StoreException">Another application's file, or one written by a newer build.</exception>
    public int ReadVersion(SqliteSession session)
    {
        // A store that another process makes may appear between one look and the next, and pass for another application's.
        using var transaction = session.BeginRead();
        return ReadAtOnce(session);
    }

    private int ReadAtOnce(SqliteSession session)
    {
        int version = (int)session.ReadLong("PRAGMA user_version");
        long application = session.ReadLong("PRAGMA application_id");
        bool empty = version == 0 && application == 0 && session.ReadLong("SELECT count(*) FROM sqlite_schema") == 0;
        if (application != StoreFileHeader.ApplicationId && !empty)
        {
            throw StoreFileHeader.Foreign(path);
        }

        return version <= Latest
            ? version
            : throw new StoreException(
                $"The store '{path}' was written by a newer version (schema {version}, this one knows {Latest}): update "
                    + $"BriefingBot, or name another file."
            );
    }
}
