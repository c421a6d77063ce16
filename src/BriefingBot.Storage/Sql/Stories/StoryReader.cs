using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;
using BriefingBot.Storage.Sql.Articles;

namespace BriefingBot.Storage.Sql.Stories;

/// <summary>Reads stories with their current reports.</summary>
internal static class StoryReader
{
    /// <summary>More mergers than this, one after the other, do not happen; a ring in a damaged file must not hold a reader.</summary>
    private const int MostMergers = 100;

    public static Dictionary<ArticleId, StoryId> FindStories(SqlSession session, IReadOnlyCollection<ArticleId> articles)
    {
        Dictionary<ArticleId, StoryId> stories = [];
        using var reader = session
            .Prepare(
                $"""
                SELECT a.id, s.story FROM {session.Each(
                    "$1"
                )} j JOIN article a ON a.id = j.value JOIN story_article s ON s.article = a.number
                WHERE a.is_current = 1 AND s.story IS NOT NULL
                """,
                JsonList.Of(articles)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            stories[ArticleId.Parse(reader.GetString(0))] = new StoryId(reader.GetInt64(1));
        }

        return stories;
    }

    public static Story? Find(SqlSession session, StoryId id)
    {
        using var transaction = session.BeginRead();
        long number = id.Number;
        for (
            int i = 0;
            i < MostMergers && session.ReadLong("SELECT merged_into FROM story WHERE number = $1", number) is var next and not 0;
            i++
        )
        {
            number = next;
        }

        return Read(session, number);
    }

    public static List<Story> ListNewer(SqlSession session, StoryId? after, int limit)
    {
        using var transaction = session.BeginRead();
        List<long> numbers = [];
        using (
            var reader = session
                .Prepare(
                    """
                    SELECT number FROM story t WHERE number > $1 AND EXISTS (SELECT 1 FROM story_article s JOIN article a ON a.number = s.article WHERE s.story = t.number AND a.is_current = 1)
                    ORDER BY number LIMIT $2
                    """,
                    after?.Number ?? 0,
                    limit
                )
                .ExecuteReader()
        )
        {
            while (reader.Read())
            {
                numbers.Add(reader.GetInt64(0));
            }
        }

        return [.. numbers.Select(number => Read(session, number)).OfType<Story>()];
    }

    private static Story? Read(SqlSession session, long number)
    {
        List<StoryReport> reports = [];
        using (
            var reader = session
                .Prepare(
                    $"""
                    SELECT {RevisionRow.Columns}, s.wire, s.joined FROM story_article s JOIN article a ON a.number = s.article JOIN revision r ON r.article = a.number AND r.revision = a.revision
                    WHERE s.story = $1 AND a.is_current = 1 ORDER BY a.published_at DESC NULLS LAST, a.published_order DESC NULLS LAST, a.id
                    """,
                    number
                )
                .ExecuteReader()
        )
        {
            while (reader.Read())
            {
                reports.Add(
                    new StoryReport(
                        RevisionRow.ReadHeader(reader),
                        reader.ReadText(15),
                        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(16))
                    )
                );
            }
        }

        if (reports.Count == 0)
        {
            return null;
        }

        using var story = session.Prepare("SELECT created, split_from FROM story WHERE number = $1", number).ExecuteReader();
        story.Read();
        return new Story(new StoryId(number), DateTimeOffset.FromUnixTimeMilliseconds(story.GetInt64(0)), reports)
        {
            SplitFrom = story.IsDBNull(1) ? null : new StoryId(story.GetInt64(1)),
        };
    }
}
