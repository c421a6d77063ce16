using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>
/// A sentence of an answer inside a JSON column; the first one without citations is what the bot says in its own words. The names are
/// stored: never rename.
/// </summary>
internal sealed record SentenceColumn(string Text, int[] Citations, bool StartsParagraph)
{
    public string? Label { get; init; }

    public static IEnumerable<SentenceColumn> From(ChatAnswer answer) =>
        answer.Sentences.Select(From).Prepend(new SentenceColumn(answer.Statement ?? "", [], true)).Skip(answer.Statement is null ? 1 : 0);

    public static string? StatementOf(SentenceColumn[] sentences) => sentences is [{ Citations: [] } first, ..] ? first.Text : null;

    public static SentenceColumn From(VerifiedSentence sentence) =>
        new(sentence.Text, [.. sentence.Citations], sentence.StartsParagraph) { Label = sentence.Label };

    public VerifiedSentence ToSentence() => new(Text, Citations, StartsParagraph) { Label = Label };
}
