using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>What an answer says beside its sentences, in a JSON column. The names are stored: never rename.</summary>
internal sealed record RemarksColumn(string[] Notes, ClaimColumn[] Claims)
{
    public static RemarksColumn? From(ChatAnswer answer) =>
        answer.Notes.Count == 0 && answer.Claims.Count == 0
            ? null
            : new RemarksColumn([.. answer.Notes], [.. answer.Claims.Select(ClaimColumn.From)]);
}
