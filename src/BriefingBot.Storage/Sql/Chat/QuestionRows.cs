using System.Data.Common;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>Turns as rows of the journal, within the running transaction.</summary>
internal static class QuestionRows
{
    /// <summary>In the order in which <see cref="Read"/> takes them.</summary>
    public const string Columns =
        "id, platform, space, channel, thread, is_direct, user_id, is_admin, text, kind, is_private, message_id, "
        + "in_reply_to, reply_token, asked, about";

    /// <summary>Adds a turn; false when its id is known.</summary>
    public static bool Insert(SqlSession session, ChatQuestion question, string owner, long until) =>
        session.Execute(
            $"""
            INSERT INTO chat_question ({Columns}, state, attempts, owner, claimed_until)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $18, 0, 0, $16, $17) ON CONFLICT DO NOTHING
            """,
            question.Id.ToString(),
            question.Address.Platform,
            question.Address.Space,
            question.Address.Channel,
            question.Address.Thread,
            question.Address.IsDirect,
            question.User.Id,
            question.User.IsAdmin,
            question.Text,
            (int)question.Kind,
            question.IsPrivate,
            question.MessageId,
            question.InReplyTo,
            question.ReplyToken,
            question.Asked.ToUnixTimeMilliseconds(),
            owner,
            until,
            question.About
        ) == 1;

    /// <summary>One turn; null when it is not known.</summary>
    public static JournaledQuestion? Find(SqlSession session, ChatQuestionId id)
    {
        List<DeliveredPart> parts = [];
        using (
            var row = session
                .Prepare("SELECT part, message_id FROM chat_message WHERE question = $1 ORDER BY part", id.ToString())
                .ExecuteReader()
        )
        {
            while (row.Read())
            {
                parts.Add(new DeliveredPart(row.GetInt32(0), row.GetString(1)));
            }
        }

        using var question = session
            .Prepare($"SELECT {Columns}, state, attempts FROM chat_question WHERE id = $1", id.ToString())
            .ExecuteReader();
        return question.Read()
            ? new JournaledQuestion(Read(question), (QuestionState)question.GetInt32(16), question.GetInt32(17), parts)
            : null;
    }

    /// <summary>The turn of a row that begins with <see cref="Columns"/>.</summary>
    public static ChatQuestion Read(DbDataReader row) =>
        new()
        {
            Id = ChatQuestionId.Parse(row.GetString(0)),
            Address = new ChatAddress(row.GetString(1), Text(row, 2), row.GetString(3), Text(row, 4), row.ReadFlag(5)),
            User = new ChatUser(row.GetString(6), row.ReadFlag(7)),
            Text = row.ReadText(8)!,
            Kind = (ChatQuestionKind)row.GetInt32(9),
            IsPrivate = row.ReadFlag(10),
            MessageId = Text(row, 11),
            InReplyTo = Text(row, 12),
            ReplyToken = Text(row, 13),
            Asked = SqlTime.Read(row.GetInt64(14)),
            About = Text(row, 15),
        };

    private static string? Text(DbDataReader row, int column) => row.ReadText(column);
}
