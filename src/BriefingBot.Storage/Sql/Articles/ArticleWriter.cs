using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Vectors;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sql.Words;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Changes the coverage, one transaction an article. One caller at a time.</summary>
internal sealed class ArticleWriter(EncoderIdentity encoder, TimeProvider clock)
{
    private readonly WordWriter _words = new();

    /// <summary>Stores an article that <see cref="IndexedArticleCheck"/> has let pass.</summary>
    public SaveOutcome Save(SqlSession session, IndexedArticle indexed)
    {
        using var transaction = session.BeginWrite(WriteTurn.Coverage);
        long state = StoreState.Advance(session, clock);
        long set = VectorSets.EnsureConfigured(session, encoder, state);
        var (number, revision, isCurrent) = FindArticle(session, indexed.Article.Id);
        var last = number == 0 ? null : ReadRevision(session, number, revision);
        bool same =
            last is not null
            && last.HoldsSame(indexed.Article)
            && ReadPassages(session, last.Number).SequenceEqual(indexed.Article.Passages);
        if (isCurrent && same)
        {
            Refresh(session, last!.Number, set, indexed);
        }
        else
        {
            if (number != 0)
            {
                TakeOutOfIndex(session, number);
            }

            revision += same ? 0 : 1;
            number = WriteArticle(session, number, revision, indexed, state);
            long revisionNumber = same ? ForgetPassages(session, last!.Number) : WriteRevision(session, number, revision, indexed.Article);
            WritePassages(session, number, revisionNumber, set, indexed);
        }

        session.Execute(
            "UPDATE article SET fingerprint = $1, changed = $2, source = $3 WHERE number = $4",
            indexed.Fingerprint,
            state,
            indexed.Source,
            number
        );
        transaction.Commit();
        return !isCurrent ? SaveOutcome.Added
            : same ? SaveOutcome.Refreshed
            : SaveOutcome.Revised;
    }

    /// <summary>Takes an article out of lists and searches; its revisions stay.</summary>
    /// <returns>False when it was not current; nothing is written then.</returns>
    public bool Withdraw(SqlSession session, ArticleId id)
    {
        using var transaction = session.BeginWrite(WriteTurn.Coverage);
        var (number, _, isCurrent) = FindArticle(session, id);
        if (!isCurrent)
        {
            return false;
        }

        long state = StoreState.Advance(session, clock);
        TakeOutOfIndex(session, number);
        session.Execute("UPDATE article SET is_current = 0, changed = $1 WHERE number = $2", state, number);
        transaction.Commit();
        return true;
    }

    private static (long Number, int Revision, bool IsCurrent) FindArticle(SqlSession session, ArticleId id)
    {
        using var reader = session.Prepare("SELECT number, revision, is_current FROM article WHERE id = $1", id.Value).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt32(1), reader.ReadFlag(2)) : default;
    }

    private static RevisionRow ReadRevision(SqlSession session, long article, int revision)
    {
        using var reader = session
            .Prepare(
                $"SELECT {RevisionRow.Columns} FROM revision r JOIN article a ON a.number = r.article WHERE r.article = "
                    + $"$1 AND r.revision = $2",
                article,
                revision
            )
            .ExecuteReader();
        reader.Read();
        return RevisionRow.Read(reader);
    }

    private static List<Passage> ReadPassages(SqlSession session, long revisionNumber) =>
        ArticleReader.ReadPassages(session, revisionNumber);

    private static void TakeOutOfIndex(SqlSession session, long article)
    {
        const string Passages = "(SELECT key FROM passage WHERE article = $1 AND is_current = 1)";
        WordWriter.Forget(session, article);
        session.Execute($"DELETE FROM passage_vector WHERE passage IN {Passages}", article);
        session.Execute($"DELETE FROM passage_period WHERE passage IN {Passages}", article);
        session.Execute("UPDATE passage SET is_current = 0 WHERE article = $1 AND is_current = 1", article);
    }

    // A withdrawn article that comes back as it was keeps its revision, but new passages always come last.
    private static long ForgetPassages(SqlSession session, long revisionNumber)
    {
        session.Execute("DELETE FROM passage WHERE revision = $1", revisionNumber);
        return revisionNumber;
    }

    private static long WriteArticle(SqlSession session, long number, int revision, IndexedArticle indexed, long state)
    {
        var article = indexed.Article;
        long? order = article.Published is { } published ? PublicationOrder.Of(published) : null;
        long? moment = article.Published?.SortMinute;
        if (number == 0)
        {
            return session.ReadLong(
                "INSERT INTO article (id, revision, is_current, fingerprint, collection, published_order, "
                    + "published_at, changed) VALUES ($1, $2, 1, $3, $4, $5, $6, $7) RETURNING number",
                article.Id.Value,
                revision,
                indexed.Fingerprint,
                article.Collection,
                order,
                moment,
                state
            );
        }

        session.Execute(
            "UPDATE article SET revision = $1, is_current = 1, collection = $2, published_order = $3, published_at = $4 WHERE number = $5",
            revision,
            article.Collection,
            order,
            moment,
            number
        );
        return number;
    }

    private long WriteRevision(SqlSession session, long number, int revision, Article article) =>
        session.ReadLong(
            """
            INSERT INTO revision (article, revision, ingested, title, title_derived, outlet, byline, dateline, published, updated, date_origin, url, collection, text)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING number
            """,
            number,
            revision,
            clock.GetUtcNow().ToUnixTimeMilliseconds(),
            article.Title,
            article.TitleDerived,
            article.Outlet,
            article.Byline,
            article.Dateline,
            article.Published?.ToString(),
            article.Updated?.ToString(),
            (int)article.DateOrigin,
            article.Url,
            article.Collection,
            article.Text
        );

    private void WritePassages(SqlSession session, long article, long revisionNumber, long set, IndexedArticle indexed)
    {
        string text = indexed.Article.Text;
        var title = PassageStems.Of(indexed.Article.Title).ToList();
        var stemsOf = indexed.Passages.Select(p => PassageStems.Of(text, p.Passage, title)).ToList();
        var numbers = _words.Number(session, stemsOf.SelectMany(stems => stems));
        long first = session.TakeNumbers("passage", "key", indexed.Passages.Count);
        var rows = indexed.Passages.Select((passage, i) => (Key: first + i, Indexed: passage, Stems: stemsOf[i])).ToList();
        PassageRows.Insert(
            session,
            article,
            revisionNumber,
            [.. rows.Select(row => (row.Key, row.Indexed.Passage, row.Stems.Count, PlantedIn(text, row.Indexed)))]
        );
        WordWriter.Insert(session, [.. rows.Select(row => (row.Key, row.Stems))], numbers);
        PassageRows.InsertVectors(session, set, [.. rows.Select(row => (row.Key, row.Indexed.Vector))]);
        PassageRows.InsertPeriods(session, [.. rows.Select(row => (row.Key, row.Indexed.Periods))]);
    }

    private static void Refresh(SqlSession session, long revisionNumber, long set, IndexedArticle indexed)
    {
        List<long> keys = [];
        using (var reader = session.Prepare("SELECT key FROM passage WHERE revision = $1 ORDER BY ordinal", revisionNumber).ExecuteReader())
        {
            while (reader.Read())
            {
                keys.Add(reader.GetInt64(0));
            }
        }

        foreach (var (key, passage) in keys.Zip(indexed.Passages))
        {
            session.Execute("UPDATE passage SET planted = $1 WHERE key = $2", PlantedIn(indexed.Article.Text, passage), key);
            session.Execute("DELETE FROM passage_period WHERE passage = $1", key);
            WritePeriods(session, key, passage.Periods);
            WriteVector(session, set, key, passage.Vector.Span);
        }
    }

    private static string PlantedIn(string text, IndexedPassage indexed) =>
        PlantedColumn.Of(text[indexed.Passage.Start..indexed.Passage.End]);

    private static void WriteVector(SqlSession session, long set, long key, ReadOnlySpan<float> vector)
    {
        var codes = new sbyte[vector.Length];
        float scale = QuantizedVector.Quantize(vector, codes);
        session.Execute(
            "INSERT INTO passage_vector (vector_set, passage, scale, codes) VALUES ($1, $2, $3, $4) ON CONFLICT (vector_set, passage) "
                + "DO UPDATE SET scale = excluded.scale, codes = excluded.codes",
            set,
            key,
            (double)scale,
            scale == 0 ? [] : MemoryMarshal.AsBytes<sbyte>(codes).ToArray()
        );
    }

    private static void WritePeriods(SqlSession session, long key, IReadOnlyList<TimeWindow> periods) =>
        PassageRows.InsertPeriods(session, [(key, periods)]);
}
