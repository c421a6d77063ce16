using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Storage.Search;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Sql.Articles;

namespace BriefingBot.Storage.Sql.Searching;

/// <summary>What feeds of either engine read alike.</summary>
internal static class FedRows
{
    /// <summary>As <see cref="IPassageFeed.ReadState"/>.</summary>
    public static FeedState ReadState(SqlSession session)
    {
        using var reader = session
            .Prepare(
                """
                SELECT max(value) FILTER (WHERE name = 'index_state'), max(value) FILTER (WHERE name = 'reload_state'),
                  max(value) FILTER (WHERE name = 'word_blocks') FROM meta
                """
            )
            .ExecuteReader();
        reader.Read();
        return new FeedState(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>As <see cref="IPassageFeed.FindVectorSet"/>.</summary>
    public static long? FindVectorSet(SqlSession session, EncoderIdentity encoder)
    {
        long set = session.ReadLong(
            "SELECT number FROM vector_set WHERE is_active = 1 AND encoder = $1 AND dimensions = $2",
            encoder.Name,
            encoder.Dimensions
        );
        return set == 0 ? null : set;
    }

    /// <summary>As <see cref="IPassageFeed.ReadArticles"/>.</summary>
    public static IReadOnlyList<FedArticle> ReadArticles(SqlSession session, long changedSince)
    {
        List<FedArticle> articles = [];
        Dictionary<string, string> collections = new(StringComparer.Ordinal);
        using var reader = session
            .Prepare("SELECT number, collection, published_order FROM article WHERE changed > $1", changedSince)
            .ExecuteReader();
        while (reader.Read())
        {
            string collection = reader.GetString(1);
            if (!collections.TryAdd(collection, collection))
            {
                collection = collections[collection];
            }

            int day = reader.IsDBNull(2) ? PassageColumns.Undated : PublicationOrder.Day(reader.GetInt64(2));
            articles.Add(new FedArticle(reader.GetInt64(0), collection, day));
        }

        return articles;
    }

    /// <summary>As <see cref="IPassageFeed.CountPassages"/>.</summary>
    public static int CountPassages(SqlSession session) => (int)session.ReadLong("SELECT count(*) FROM passage WHERE is_current = 1");
}
