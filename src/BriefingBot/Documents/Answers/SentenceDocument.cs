namespace BriefingBot.Documents.Answers;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The words, without marks.</param>
/// <param name="Citations">The numbers of its citations.</param>
/// <param name="Label">What stands before it in the bot's own words: a day, an outlet; null: nothing.</param>
internal sealed record SentenceDocument(string Text, IReadOnlyList<int> Citations, string? Label = null);
