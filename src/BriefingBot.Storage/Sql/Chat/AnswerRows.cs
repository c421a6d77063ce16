using System.Data.Common;
using System.Text.Json;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>Writes and reads an answer with its citations.</summary>
internal static class AnswerRows
{
    /// <summary>
    /// Writes it, in place of the one with the same id; its place among the turns, its votes and whether it was shared stay.
    /// </summary>
    public static void Save(SqlSession session, ChatAnswer answer)
    {
        var address = answer.Address;
        long number = session.ReadLong(
            """
            INSERT INTO answer (id, question, conversation, platform, space, channel, thread, is_direct, user_id, is_private, question_text, sentences, nearest, as_of, answered,
              composer, fallback, dropped, model, remarks)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            ON CONFLICT (id) DO UPDATE SET conversation = excluded.conversation, question_text = excluded.question_text, sentences = excluded.sentences,
              nearest = excluded.nearest, as_of = excluded.as_of, answered = excluded.answered, composer = excluded.composer, fallback = excluded.fallback, dropped = excluded.dropped,
              model = excluded.model, remarks = excluded.remarks
            RETURNING number
            """,
            answer.Id.Value,
            answer.Question.ToString(),
            answer.Conversation.Value,
            address.Platform,
            address.Space,
            address.Channel,
            address.Thread,
            address.IsDirect,
            answer.UserId,
            answer.IsPrivate,
            answer.QuestionText,
            JsonSerializer.Serialize([.. SentenceColumn.From(answer)], ChatJsonContext.Default.SentenceColumnArray),
            JsonSerializer.Serialize([.. answer.Nearest.Select(HeaderColumn.From)], ChatJsonContext.Default.HeaderColumnArray),
            answer.AsOf.DayNumber,
            answer.Answered.ToUnixTimeMilliseconds(),
            (int)answer.Composer,
            (int)answer.Fallback,
            answer.Dropped.Count == 0
                ? null
                : JsonSerializer.Serialize([.. answer.Dropped.Select(DroppedColumn.From)], ChatJsonContext.Default.DroppedColumnArray),
            answer.Model is { } use ? JsonSerializer.Serialize(ModelColumn.From(use), ChatJsonContext.Default.ModelColumn) : null,
            RemarksColumn.From(answer) is { } remarks ? JsonSerializer.Serialize(remarks, ChatJsonContext.Default.RemarksColumn) : null
        );
        session.Execute("DELETE FROM answer_citation WHERE answer = $1", number);
        foreach (var citation in answer.Citations)
        {
            session.Execute(
                """INSERT INTO answer_citation (answer, citation, article, revision, ordinal, start, "end", quote, header) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
                number,
                citation.Number,
                citation.Passage.Article.Value,
                citation.Passage.Revision,
                citation.Passage.Ordinal,
                citation.Start,
                citation.End,
                citation.Quote,
                JsonSerializer.Serialize(HeaderColumn.From(citation.Article), ChatJsonContext.Default.HeaderColumn)
            );
        }
    }

    /// <summary>Reads it; null when there is none.</summary>
    public static ChatAnswer? Find(SqlSession session, AnswerId id)
    {
        var citations = ReadCitations(session, id);
        using var row = session
            .Prepare(
                """
                SELECT number, question, conversation, platform, space, channel, thread, is_direct, user_id, is_private, question_text, sentences, nearest, as_of, answered, composer,
                  fallback, dropped, model, is_shared, remarks
                FROM answer WHERE id = $1
                """,
                id.Value
            )
            .ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var sentences = JsonSerializer.Deserialize(row.ReadText(11)!, ChatJsonContext.Default.SentenceColumnArray)!;
        var remarks = row.ReadText(20) is { } kept ? JsonSerializer.Deserialize(kept, ChatJsonContext.Default.RemarksColumn) : null;
        return new ChatAnswer
        {
            Id = id,
            Question = ChatQuestionId.Parse(row.GetString(1)),
            Conversation = new ConversationId(row.GetString(2)),
            Address = new ChatAddress(row.GetString(3), row.ReadText(4), row.GetString(5), row.ReadText(6), row.ReadFlag(7)),
            UserId = row.GetString(8),
            IsPrivate = row.ReadFlag(9),
            IsShared = row.ReadFlag(19),
            QuestionText = row.ReadText(10)!,
            Statement = SentenceColumn.StatementOf(sentences),
            Sentences = [.. sentences.Where(sentence => sentence.Citations.Length > 0).Select(sentence => sentence.ToSentence())],
            Nearest =
            [
                .. JsonSerializer
                    .Deserialize(row.ReadText(12)!, ChatJsonContext.Default.HeaderColumnArray)!
                    .Select(header => header.ToHeader()),
            ],
            AsOf = DateOnly.FromDayNumber(row.GetInt32(13)),
            Answered = SqlTime.Read(row.GetInt64(14)),
            Composer = (ComposerKind)row.GetInt32(15),
            Fallback = (ModelFallback)row.GetInt32(16),
            Dropped = row.ReadText(17) is { } dropped
                ?
                [
                    .. JsonSerializer
                        .Deserialize(dropped, ChatJsonContext.Default.DroppedColumnArray)!
                        .Select(sentence => sentence.ToSentence()),
                ]
                : [],
            Model = row.ReadText(18) is { } use ? JsonSerializer.Deserialize(use, ChatJsonContext.Default.ModelColumn)!.ToUse() : null,
            Notes = remarks?.Notes ?? [],
            Claims = remarks is null ? [] : [.. remarks.Claims.Select(claim => claim.ToClaim())],
            Citations = citations,
        };
    }

    private static List<Citation> ReadCitations(SqlSession session, AnswerId answer)
    {
        List<Citation> citations = [];
        using var row = session
            .Prepare(
                """SELECT citation, article, revision, ordinal, start, "end", quote, header FROM answer_citation WHERE answer = (SELECT number FROM answer WHERE id = $1) ORDER BY citation""",
                answer.Value
            )
            .ExecuteReader();
        while (row.Read())
        {
            citations.Add(ReadCitation(row));
        }

        return citations;
    }

    private static Citation ReadCitation(DbDataReader row) =>
        new(
            row.GetInt32(0),
            JsonSerializer.Deserialize(row.ReadText(7)!, ChatJsonContext.Default.HeaderColumn)!.ToHeader(),
            new PassageId(ArticleId.Parse(row.GetString(1)), row.GetInt32(2), row.GetInt32(3)),
            row.GetInt32(4),
            row.GetInt32(5),
            row.ReadText(6)!
        );
}
