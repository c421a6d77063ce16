using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// Brings the tables that are searched to the store's state, whichever process made the change, some articles a transaction: what is broken
/// off goes on where it was.
/// </summary>
internal sealed class SearchFollower(PgvectorExtension extension)
{
    private const int ArticlesAStep = 200;
    private readonly PassageFiller _filler = new();

    /// <summary>Has anything been committed that the tables do not show?</summary>
    public static bool IsBehind(SqlSession session) =>
        session.ReadLong("SELECT (SELECT value FROM meta WHERE name = 'index_state') > (SELECT index_state FROM search_state)") != 0;

    /// <summary>Makes the tables and fills them.</summary>
    /// <param name="session">Outside of a transaction.</param>
    /// <param name="progress">Hears how many articles were filled in, after each step.</param>
    public void Open(SqlSession session, Action<int> progress)
    {
        using (var turn = session.BeginWrite(WriteTurn.Search))
        {
            UseExtension(session);
            SearchTables.Ensure(session);
            turn.Commit();
        }

        int filled = 0;
        while (FollowSome(session) is var articles and > 0)
        {
            filled += articles;
            progress(filled);
        }

        using (var last = session.BeginWrite(WriteTurn.SearchIndexes))
        {
            UseExtension(session);
            SearchTables.EnsureWordIndex(session);
            last.Commit();
        }

        EnsureVectorIndex(session);
    }

    /// <summary>Follows all that is committed.</summary>
    /// <param name="session">Outside of a transaction.</param>
    public void CatchUp(SqlSession session)
    {
        while (FollowSome(session) > 0) { }
    }

    /// <summary>Builds the index of the vectors where it is due; takes minutes over a large store.</summary>
    /// <param name="session">Outside of a transaction.</param>
    public void EnsureVectorIndex(SqlSession session) => VectorIndex.Ensure(session, extension.Schema);

    /// <summary>Has the statements of the running transaction find the types of the extension, wherever it is.</summary>
    public void UseExtension(SqlSession session) =>
        session.Execute("SELECT set_config('search_path', quote_ident(current_schema()) || ', ' || $1, true)", extension.Schema);

    private int FollowSome(SqlSession session)
    {
        using var turn = session.BeginWrite(WriteTurn.Search);
        long state = session.ReadLong("SELECT value FROM meta WHERE name = 'index_state'");
        long followed = session.ReadLong("SELECT index_state FROM search_state");
        if (followed >= state)
        {
            return 0;
        }

        UseExtension(session);
        var sets = SearchTables.EnsureVectors(session);
        List<long> articles = [];
        using (
            var row = session
                .Prepare(
                    "SELECT number, changed FROM article WHERE changed > $1 AND changed <= $2 ORDER BY changed LIMIT $3",
                    followed,
                    state,
                    ArticlesAStep
                )
                .ExecuteReader()
        )
        {
            while (row.Read())
            {
                articles.Add(row.GetInt64(0));
                followed = row.GetInt64(1);
            }
        }

        _filler.Fill(session, articles, sets);
        session.Execute("UPDATE search_state SET index_state = $1", articles.Count < ArticlesAStep ? state : followed);
        turn.Commit();
        return Math.Max(articles.Count, 1);
    }
}
