namespace BriefingBot.Documents.Answers;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The words, without marks.</param>
/// <param name="Citations">The numbers of its citations.</param>
internal sealed record SentenceDocument(string Text, IReadOnlyList<int> Citations);
