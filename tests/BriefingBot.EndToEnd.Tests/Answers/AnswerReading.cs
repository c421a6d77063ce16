using BriefingBot.Core.Conversations;

namespace BriefingBot.EndToEnd.Tests.Answers;

/// <summary>What a reader sees of an answer.</summary>
internal static class AnswerReading
{
    public static string Text(this OutgoingMessage message) => string.Join(' ', message.Answer.Sentences.Select(sentence => sentence.Text));

    /// <summary>The articles it cites, in the order of the numbers, each once.</summary>
    public static IReadOnlyList<string> Cited(this OutgoingMessage message) =>
        [.. message.Answer.Citations.Select(citation => citation.Article.Id.Value).Distinct()];

    /// <summary>The articles it was drawn from, best first.</summary>
    public static IReadOnlyList<string> Found(this OutgoingMessage message) =>
        [.. message.Retrieved.Passages.Select(passage => passage.Passage.Article.Id.Value).Distinct()];
}
