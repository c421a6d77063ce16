using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Postgres;

/// <summary>Looks for damage where the server has the means.</summary>
internal static class PostgresDamage
{
    /// <summary>The first damage in the server's words; null when none was found, or nothing could be looked at.</summary>
    public static string? Find(SqlSession session) =>
        session.ReadLong("SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'") == 0
            ? null
            : session.ReadText(
                """
                SELECT c.relname || ': ' || v.msg FROM pg_class c, LATERAL verify_heapam(c.oid) v
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' LIMIT 1
                """
            );
}
