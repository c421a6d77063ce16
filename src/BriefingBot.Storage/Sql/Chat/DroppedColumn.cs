using BriefingBot.Core.Answering;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>A dropped sentence inside a JSON column. The names are stored: never rename.</summary>
internal sealed record DroppedColumn(string Text, int Reason)
{
    public static DroppedColumn From(DroppedSentence sentence) => new(sentence.Text, (int)sentence.Reason);

    public DroppedSentence ToSentence() => new(Text, (DropReason)Reason);
}
