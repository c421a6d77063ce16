using System.Text.Json;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>Announcements and their turns, within the running transaction.</summary>
internal static class AnnouncementRows
{
    /// <summary>Adds one that nobody has a claim on; false when its id is known.</summary>
    public static bool Insert(SqlSession session, Announcement announcement)
    {
        if (!QuestionRows.Insert(session, announcement.ToTurn(), "", 0))
        {
            return false;
        }

        session.Execute(
            "INSERT INTO announcement (id, blocks, more) VALUES ($1, $2, $3)",
            announcement.Id.ToString(),
            JsonSerializer.Serialize([.. announcement.Blocks], ChatJsonContext.Default.AnswerBlockArray),
            announcement.More
        );
        return true;
    }

    /// <summary>One; null when there is none.</summary>
    public static Announcement? Find(SqlSession session, ChatQuestionId id)
    {
        if (QuestionRows.Find(session, id) is not { Question: { Kind: ChatQuestionKind.Announcement } turn })
        {
            return null;
        }

        using var row = session.Prepare("SELECT blocks, more FROM announcement WHERE id = $1", id.ToString()).ExecuteReader();
        return !row.Read()
            ? null
            : new Announcement
            {
                Id = id,
                Address = turn.Address,
                UserId = turn.User.Id,
                IsPrivate = turn.IsPrivate,
                InReplyTo = turn.MessageId,
                Blocks = JsonSerializer.Deserialize(row.GetString(0), ChatJsonContext.Default.AnswerBlockArray)!,
                More = row.ReadText(1),
                Made = turn.Asked,
            };
    }
}
