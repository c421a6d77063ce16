namespace BriefingBot.Core.Answering;

/// <summary>A sentence of a draft.</summary>
/// <param name="Text">The words, without marks.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="StartsParagraph">It does not belong to the sentence before it.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<DraftCitation> Citations, bool StartsParagraph)
{
    /// <summary>What stands before it in the bot's own words, of the store's records: a day, an outlet. Null: nothing.</summary>
    public string? Label { get; init; }
}
