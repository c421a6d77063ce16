using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Sums up the store.</summary>
internal static class StatusReader
{
    /// <summary>The status at one moment.</summary>
    public static StoreStatus Read(SqlSession session, EncoderIdentity configured)
    {
        using var transaction = session.BeginRead();
        var active = VectorSets.FindActive(session);
        long changed = session.ReadLong("SELECT value FROM meta WHERE name = 'last_changed'");
        return new StoreStatus(
            (int)session.ReadLong("SELECT count(*) FROM article WHERE is_current = 1"),
            (int)session.ReadLong("SELECT count(*) FROM article WHERE is_current = 1 AND published_order IS NULL"),
            (int)session.ReadLong("SELECT count(*) FROM passage WHERE is_current = 1"),
            active,
            active is null || active == configured,
            session.ReadSchemaVersion(),
            StoreState.Read(session),
            changed == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(changed),
            ReadNewest(session)
        );
    }

    private static PublicationDate? ReadNewest(SqlSession session)
    {
        using var reader = session
            .Prepare(
                """
                SELECT r.published FROM article a JOIN revision r ON r.article = a.number AND r.revision = a.revision
                WHERE a.is_current = 1 AND a.published_order IS NOT NULL ORDER BY a.published_at DESC NULLS LAST, a.published_order DESC LIMIT 1
                """
            )
            .ExecuteReader();
        return reader.Read() ? PublicationDate.Parse(reader.GetString(0)) : null;
    }
}
