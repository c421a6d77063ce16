using BriefingBot.Core.Answering;

namespace BriefingBot.Documents.Answers;

/// <summary>A sentence of the draft that did not pass the check.</summary>
/// <param name="Text">The words, as far as they may be shown.</param>
/// <param name="Reason">Why, in snake case: <c>number_not_found</c>.</param>
internal sealed record DroppedDocument(string Text, string Reason)
{
    /// <summary>Makes the document of a dropped sentence.</summary>
    public static DroppedDocument From(DroppedSentence sentence) => new(sentence.Text, SnakeCase.Of(sentence.Reason.ToString()));
}
