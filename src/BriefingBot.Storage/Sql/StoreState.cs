namespace BriefingBot.Storage.Sql;

/// <summary>The counters of the store.</summary>
internal static class StoreState
{
    /// <summary>The index state.</summary>
    public static long Read(SqlSession session) => session.ReadLong("SELECT value FROM meta WHERE name = 'index_state'");

    /// <summary>Counts a change within the running transaction.</summary>
    /// <returns>The new index state.</returns>
    public static long Advance(SqlSession session, TimeProvider clock)
    {
        session.Execute("UPDATE meta SET value = $1 WHERE name = 'last_changed'", clock.GetUtcNow().ToUnixTimeMilliseconds());
        return session.ReadLong("UPDATE meta SET value = value + 1 WHERE name = 'index_state' RETURNING value");
    }

    /// <summary>Tells every index in memory to load anew.</summary>
    public static void RequireReload(SqlSession session, long state) =>
        session.Execute("UPDATE meta SET value = $1 WHERE name = 'reload_state'", state);
}
