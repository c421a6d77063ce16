using BriefingBot.Storage.Sqlite;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage.Tests.Sqlite;

/// <summary>A store as the first schema wrote it.</summary>
internal static class OldStore
{
    public static void Create(string path)
    {
        using SqliteSession session = new(new SqliteConnection($"Data Source={path};Pooling=False"));
        session.Connection.Open();
        new SchemaMigrator(path, [SchemaMigrations.All[0]]).Migrate(session);
        session.ExecuteScript(
            """
            INSERT INTO article (number, id, revision, is_current, fingerprint, collection, published_order, changed) VALUES (1, 'old', 1, 1, 'f', 'default', NULL, 1);
            INSERT INTO revision (number, article, revision, ingested, title, title_derived, date_origin, collection, text)
              VALUES (1, 1, 1, 0, 'Title', 0, 0, 'default', 'An old passage.');
            INSERT INTO passage (key, article, revision, ordinal, kind, start, "end", words, is_current) VALUES (1, 1, 1, 0, 2, 0, 15, 3, 1);
            INSERT INTO passage_words (rowid, title, text) VALUES (1, 'titl', 'an old passag');
            UPDATE meta SET value = 1 WHERE name = 'index_state';
            """
        );
    }
}
