using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Moving;

/// <summary>The mark of a database that a store is being copied into: it is no store before it is whole.</summary>
internal static class UnfinishedCopy
{
    /// <summary>Is it there?</summary>
    public static bool IsMarked(SqlSession session) => session.ReadLong("SELECT count(*) FROM meta WHERE name = 'copying'") > 0;

    /// <summary>Refuses to work on a part of a store.</summary>
    /// <exception cref="StoreException">It is marked.</exception>
    public static void Refuse(SqlSession session, string name)
    {
        if (IsMarked(session))
        {
            throw new StoreException(
                $"The store {name} is a copy that was not finished: run 'store copy' into it again, which resumes where it stopped, "
                    + "or name another store."
            );
        }
    }
}
