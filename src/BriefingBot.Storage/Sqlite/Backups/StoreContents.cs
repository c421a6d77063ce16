namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>What a store holds, in numbers by which two of them are compared.</summary>
/// <param name="Articles">Current articles.</param>
/// <param name="Revisions">Revisions of articles, kept and current.</param>
/// <param name="Passages">Current passages.</param>
/// <param name="Vectors">Vectors of passages, of all encoders.</param>
/// <param name="Questions">Questions of chats.</param>
public sealed record StoreContents(int Articles, int Revisions, int Passages, int Vectors, int Questions)
{
    /// <summary>Counts; a store of an older schema has none of what it does not know.</summary>
    internal static StoreContents Count(SqliteSession session) =>
        new(
            (int)session.ReadLong("SELECT count(*) FROM article WHERE is_current = 1"),
            (int)session.ReadLong("SELECT count(*) FROM revision"),
            (int)session.ReadLong("SELECT count(*) FROM passage WHERE is_current = 1"),
            (int)session.ReadLong("SELECT count(*) FROM passage_vector"),
            session.ReadLong("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'chat_question'") == 0
                ? 0
                : (int)session.ReadLong("SELECT count(*) FROM chat_question")
        );
}
