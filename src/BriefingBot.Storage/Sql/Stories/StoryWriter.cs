using System.Runtime.InteropServices;
using BriefingBot.Core.Stories;
using BriefingBot.Storage.Search.Vectors;

namespace BriefingBot.Storage.Sql.Stories;

/// <summary>Changes stories, one transaction a call. Its caller holds the write lock.</summary>
internal static class StoryWriter
{
    private const string Withdrawn = "SELECT s.article FROM story_article s JOIN article a ON a.number = s.article WHERE a.is_current = 0";

    public static bool HasWithdrawn(SqlSession session) => session.ReadLong($"SELECT EXISTS ({Withdrawn})") != 0;

    /// <summary>Takes withdrawn articles out; the groups of their neighbours are to be decided again.</summary>
    public static bool ForgetWithdrawn(SqlSession session)
    {
        using var transaction = session.BeginWrite(WriteTurn.Stories);
        session.Execute(
            $"UPDATE story_article SET is_grouped = 0 WHERE article IN (SELECT second FROM story_link WHERE first IN ({Withdrawn}))"
        );
        session.Execute(
            $"UPDATE story_article SET is_grouped = 0 WHERE article IN (SELECT first FROM story_link WHERE second IN ({Withdrawn}))"
        );
        session.Execute($"DELETE FROM story_link WHERE first IN ({Withdrawn}) OR second IN ({Withdrawn})");
        session.Execute($"DELETE FROM story_article WHERE article IN ({Withdrawn})");
        transaction.Commit();
        return true;
    }

    public static bool Link(SqlSession session, IReadOnlyList<StoryNode> nodes, IReadOnlyList<StoryLink> links)
    {
        using var transaction = session.BeginWrite(WriteTurn.Stories);
        foreach (var node in nodes)
        {
            Write(session, node);
        }

        foreach (var link in links)
        {
            // An end that was withdrawn meanwhile has no row: the link is left out.
            session.Execute(
                """
                INSERT INTO story_link (first, second, likelihood)
                SELECT CASE WHEN f.article < g.article THEN f.article ELSE g.article END, CASE WHEN f.article < g.article THEN g.article ELSE f.article END, $3 FROM story_article f, story_article g
                WHERE f.article = (SELECT number FROM article WHERE id = $1) AND g.article = (SELECT number FROM article WHERE id = $2)
                ON CONFLICT (first, second) DO UPDATE SET likelihood = excluded.likelihood
                """,
                link.First.Value,
                link.Second.Value,
                link.Likelihood
            );
        }

        transaction.Commit();
        return true;
    }

    public static bool Save(SqlSession session, IReadOnlyList<StoryDecision> decisions, long now)
    {
        using var transaction = session.BeginWrite(WriteTurn.Stories);
        foreach (var decision in decisions)
        {
            if (IsMade(session, decision))
            {
                continue;
            }

            long story =
                decision.Keeps?.Number
                ?? session.ReadLong(
                    "INSERT INTO story (created, split_from) VALUES ($1, $2) RETURNING number",
                    now,
                    decision.SplitFrom?.Number
                );
            foreach (var article in decision.Articles)
            {
                session.Execute(
                    """
                    UPDATE story_article SET is_grouped = 1, joined = CASE WHEN story = $2 THEN joined ELSE $3 END, story = $2
                    WHERE article = (SELECT number FROM article WHERE id = $1)
                    """,
                    article.Value,
                    story,
                    now
                );
            }

            foreach (var absorbed in decision.Absorbs)
            {
                session.Execute("UPDATE story SET merged_into = $2 WHERE number = $1 AND number <> $2", absorbed.Number, story);
            }

            // A story that was led to another one and has reports of its own again stands for itself.
            session.Execute("UPDATE story SET merged_into = NULL WHERE number = $1", story);
        }

        transaction.Commit();
        return true;
    }

    /// <summary>A new story of articles that are one story already, they alone, was made by another process that was faster.</summary>
    private static bool IsMade(SqlSession session, StoryDecision decision)
    {
        if (decision.Keeps is not null)
        {
            return false;
        }

        using var reader = session
            .Prepare(
                $"""
                WITH asked AS MATERIALIZED (SELECT s.story FROM {session.Each(
                    "$1"
                )} j JOIN article a ON a.id = j.value JOIN story_article s ON s.article = a.number)
                SELECT count(*), count(story), count(DISTINCT story), (SELECT count(*) FROM story_article WHERE story = (SELECT min(story) FROM asked)) FROM asked
                """,
                JsonList.Of(decision.Articles)
            )
            .ExecuteReader();
        reader.Read();
        return reader.GetInt64(2) == 1 && reader.GetInt64(0) == reader.GetInt64(1) && reader.GetInt64(3) == reader.GetInt64(0);
    }

    private static void Write(SqlSession session, StoryNode node)
    {
        const string Own = "(SELECT number FROM article WHERE id = $1)";
        session.Execute(
            $"UPDATE story_article SET is_grouped = 0 WHERE article IN (SELECT second FROM story_link WHERE first = {Own})",
            node.Article.Value
        );
        session.Execute(
            $"UPDATE story_article SET is_grouped = 0 WHERE article IN (SELECT first FROM story_link WHERE second = {Own})",
            node.Article.Value
        );
        session.Execute($"DELETE FROM story_link WHERE first = {Own} OR second = {Own}", node.Article.Value);
        var codes = new sbyte[node.Vector.Length];
        float scale = QuantizedVector.Quantize(node.Vector.Span, codes);
        session.Execute(
            """
            INSERT INTO story_article (article, changed, day, scale, codes, wire, is_grouped)
            SELECT number, $2, $3, $4, $5, $6, 0 FROM article WHERE id = $1 AND is_current = 1
            ON CONFLICT (article) DO UPDATE SET changed = excluded.changed, day = excluded.day, scale = excluded.scale, codes = excluded.codes, wire = excluded.wire, is_grouped = 0
            """,
            node.Article.Value,
            node.Version,
            node.Day?.DayNumber,
            (double)scale,
            scale == 0 ? [] : MemoryMarshal.AsBytes<sbyte>(codes).ToArray(),
            node.Wire
        );
    }
}
