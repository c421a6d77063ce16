using System.Data.Common;
using System.Text.Json;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Sql.Chat;

namespace BriefingBot.Storage.Sql;

/// <summary>Corrections in the store's file.</summary>
public sealed class SqlCorrectionStore(SqlCoverageStore store) : ICorrectionStore
{
    /// <summary>What changed after a state ($2), and what answers after one ($3) cite. SQLite keeps the order of the joins.</summary>
    internal const string Changed = """
        WITH looked AS (
          SELECT c.answer, c.article, c.revision AS cited, r.revision, r.is_current
          FROM article r CROSS JOIN answer_citation c WHERE r.changed > $2 AND c.article = r.id
          UNION
          SELECT c.answer, c.article, c.revision, r.revision, r.is_current
          FROM answer_citation c CROSS JOIN article r WHERE c.answer > $3 AND r.id = c.article)
        SELECT a.id, a.conversation, l.article, max(l.cited), l.revision, 1 - l.is_current
        FROM looked l CROSS JOIN answer a WHERE a.number = l.answer AND (l.is_current = 0 OR l.revision > l.cited) AND NOT EXISTS (
          SELECT 1 FROM citation_check k WHERE k.answer = l.answer AND k.article = l.article
            AND k.revision = l.revision AND k.withdrawn = 1 - l.is_current)
        GROUP BY a.number, a.id, a.conversation, l.article, l.revision, l.is_current ORDER BY a.conversation, l.article, a.number LIMIT $1
        """;

    // Answers that are kept at the same time become visible in any order, and numbers may be given again after people were forgotten.
    private const int AnswersReadAgain = 1000;

    private const string Columns = "c.kind, a.id, c.conversation, c.cited, c.header, c.quotes, c.note, c.found";

    /// <inheritdoc/>
    public Task<long> GetCoverageStateAsync(CancellationToken cancellationToken) => store.ReadAsync(StoreState.Read, cancellationToken);

    /// <inheritdoc/>
    public Task<CorrectionCursor> GetCursorAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            static s => new CorrectionCursor(
                StoreState.Read(s),
                s.ReadLong("SELECT coalesce(max(number), 0) FROM answer") - AnswersReadAgain
            ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<CitedArticle>> ListChangedAsync(CorrectionCursor after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<CitedArticle>>(s => ListChanged(s, after, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryRecordAsync(
        IReadOnlyList<CitedArticle> cited,
        Correction? correction,
        IReadOnlyList<Announcement> announcements,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                int looked = cited.Sum(one =>
                    s.Execute(
                        "INSERT INTO citation_check (answer, article, revision, withdrawn) SELECT number, $2, $3, $4 "
                            + "FROM answer WHERE id = $1 ON CONFLICT DO NOTHING",
                        one.Answer.Value,
                        one.Article.Value,
                        one.Latest,
                        one.IsWithdrawn
                    )
                );
                if (looked > 0)
                {
                    Insert(s, correction, announcements);
                }

                transaction.Commit();
                return looked > 0;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Correction?> FindLastAsync(ConversationId conversation, ArticleId article, CancellationToken cancellationToken) =>
        store.ReadAsync(
            s =>
                Read(
                        s.Prepare(
                            $"SELECT {Columns} FROM correction c JOIN answer a ON a.number = c.answer WHERE "
                                + $"c.conversation = $1 AND c.article = $2 ORDER BY c.number DESC LIMIT 1",
                            conversation.Value,
                            article.Value
                        )
                    )
                    .FirstOrDefault(),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<Correction>> ListAsync(int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<Correction>>(
            s =>
                Read(
                    s.Prepare(
                        $"SELECT {Columns} FROM correction c JOIN answer a ON a.number = c.answer ORDER BY c.number DESC LIMIT $1",
                        limit
                    )
                ),
            cancellationToken
        );

    private static List<CitedArticle> ListChanged(SqlSession session, CorrectionCursor after, int limit)
    {
        List<CitedArticle> changed = [];
        using var row = session.Prepare(Changed, limit, after.Coverage, after.Answer).ExecuteReader();
        while (row.Read())
        {
            changed.Add(
                new CitedArticle(
                    AnswerId.Parse(row.GetString(0)),
                    new ConversationId(row.GetString(1)),
                    ArticleId.Parse(row.GetString(2)),
                    row.GetInt32(3),
                    row.GetInt32(4),
                    row.ReadFlag(5)
                )
            );
        }

        return changed;
    }

    private static void Insert(SqlSession session, Correction? correction, IReadOnlyList<Announcement> announcements)
    {
        if (correction is null)
        {
            return;
        }

        session.Execute(
            """
            INSERT INTO correction (answer, conversation, article, cited, kind, header, quotes, note, found)
            SELECT number, $2, $3, $4, $5, $6, $7, $8, $9 FROM answer WHERE id = $1
            """,
            correction.Answer.Value,
            correction.Conversation.Value,
            correction.Article.Id.Value,
            correction.Cited,
            (int)correction.Kind,
            JsonSerializer.Serialize(HeaderColumn.From(correction.Article), ChatJsonContext.Default.HeaderColumn),
            JsonSerializer.Serialize([.. correction.Quotes], ChatJsonContext.Default.CorrectedQuoteArray),
            correction.Note,
            correction.Found.ToUnixTimeMilliseconds()
        );
        foreach (var announcement in announcements)
        {
            AnnouncementRows.Insert(session, announcement);
        }
    }

    private static List<Correction> Read(DbCommand query)
    {
        List<Correction> corrections = [];
        using var row = query.ExecuteReader();
        while (row.Read())
        {
            corrections.Add(
                new Correction
                {
                    Kind = (CorrectionKind)row.GetInt32(0),
                    Answer = AnswerId.Parse(row.GetString(1)),
                    Conversation = new ConversationId(row.GetString(2)),
                    Cited = row.GetInt32(3),
                    Article = JsonSerializer.Deserialize(row.ReadText(4)!, ChatJsonContext.Default.HeaderColumn)!.ToHeader(),
                    Quotes = JsonSerializer.Deserialize(row.ReadText(5)!, ChatJsonContext.Default.CorrectedQuoteArray)!,
                    Note = row.ReadText(6),
                    Found = SqlTime.Read(row.GetInt64(7)),
                }
            );
        }

        return corrections;
    }
}
