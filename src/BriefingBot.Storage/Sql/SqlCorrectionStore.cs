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
    private const string Columns = "c.kind, a.id, c.conversation, c.cited, c.header, c.quotes, c.note, c.found";

    /// <inheritdoc/>
    public Task<long> GetCoverageStateAsync(CancellationToken cancellationToken) => store.ReadAsync(StoreState.Read, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CitedArticle>> ListChangedAsync(int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<CitedArticle>>(s => ListChanged(s, limit), cancellationToken);

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

    private static List<CitedArticle> ListChanged(SqlSession session, int limit)
    {
        List<CitedArticle> changed = [];
        using var row = session
            .Prepare(
                """
                SELECT a.id, a.conversation, c.article, max(c.revision), r.revision, 1 - r.is_current
                FROM answer_citation c JOIN answer a ON a.number = c.answer JOIN article r ON r.id = c.article
                WHERE (r.is_current = 0 OR r.revision > c.revision) AND NOT EXISTS (
                  SELECT 1 FROM citation_check k WHERE k.answer = c.answer AND k.article = c.article AND k.revision = r.revision AND k.withdrawn = 1 - r.is_current)
                GROUP BY a.number, c.article, r.number ORDER BY a.conversation, c.article, a.number LIMIT $1
                """,
                limit
            )
            .ExecuteReader();
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
