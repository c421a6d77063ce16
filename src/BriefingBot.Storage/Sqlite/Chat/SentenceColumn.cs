using BriefingBot.Core.Answering;

namespace BriefingBot.Storage.Sqlite.Chat;

/// <summary>A sentence of an answer inside a JSON column. The names are stored: never rename.</summary>
internal sealed record SentenceColumn(string Text, int[] Citations, bool StartsParagraph)
{
    public static SentenceColumn From(VerifiedSentence sentence) => new(sentence.Text, [.. sentence.Citations], sentence.StartsParagraph);

    public VerifiedSentence ToSentence() => new(Text, Citations, StartsParagraph);
}
