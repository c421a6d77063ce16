using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>The sets of vectors, one an encoder; searches use the active one only.</summary>
internal static class VectorSets
{
    /// <summary>The configured encoder's set, made when missing; the first set of a store becomes active at once.</summary>
    public static long EnsureConfigured(SqlSession session, EncoderIdentity encoder, long state)
    {
        long set = Find(session, encoder);
        if (set != 0)
        {
            return set;
        }

        bool first = session.ReadLong("SELECT count(*) FROM vector_set WHERE is_active = 1") == 0;
        if (first)
        {
            StoreState.RequireReload(session, state);
        }

        return session.ReadLong(
            "INSERT INTO vector_set (encoder, dimensions, is_active) VALUES ($1, $2, $3) RETURNING number",
            encoder.Name,
            encoder.Dimensions,
            first
        );
    }

    /// <summary>The encoder of the active set; null before the first article.</summary>
    public static EncoderIdentity? FindActive(SqlSession session)
    {
        using var reader = session.Prepare("SELECT encoder, dimensions FROM vector_set WHERE is_active = 1").ExecuteReader();
        return reader.Read() ? new EncoderIdentity(reader.GetString(0), reader.GetInt32(1)) : null;
    }

    /// <summary>Makes the configured encoder's set the only one.</summary>
    /// <returns>False when it is active already; nothing is written then.</returns>
    /// <exception cref="StoreException">Some current passage is not in it.</exception>
    public static bool Activate(SqlSession session, EncoderIdentity encoder, TimeProvider clock)
    {
        using var transaction = session.BeginWrite(WriteTurn.Coverage);
        var active = FindActive(session);
        if (active is null || active == encoder)
        {
            return false;
        }

        long missing = session.ReadLong(
            "SELECT count(*) FROM passage p WHERE p.is_current = 1 AND NOT EXISTS (SELECT 1 FROM passage_vector v WHERE "
                + "v.vector_set = $1 AND v.passage = p.key)",
            Find(session, encoder)
        );
        if (missing > 0)
        {
            throw new StoreException($"{missing} passages have no vectors of {encoder.Name} yet: index again with --rebuild, then switch.");
        }

        long state = StoreState.Advance(session, clock);
        session.Execute("UPDATE vector_set SET is_active = 0");
        long set = EnsureConfigured(session, encoder, state);
        session.Execute("UPDATE vector_set SET is_active = 1 WHERE number = $1", set);
        session.Execute("DELETE FROM passage_vector WHERE vector_set <> $1", set);
        session.Execute("DELETE FROM vector_set WHERE number <> $1", set);
        StoreState.RequireReload(session, state);
        transaction.Commit();
        return true;
    }

    private static long Find(SqlSession session, EncoderIdentity encoder) =>
        session.ReadLong("SELECT number FROM vector_set WHERE encoder = $1 AND dimensions = $2", encoder.Name, encoder.Dimensions);
}
