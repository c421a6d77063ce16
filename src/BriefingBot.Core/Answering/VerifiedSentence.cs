namespace BriefingBot.Core.Answering;

/// <summary>A sentence that stood the check.</summary>
/// <param name="Text">The words, without marks.</param>
/// <param name="Citations">The numbers of its citations; never empty.</param>
/// <param name="StartsParagraph">It does not belong to the sentence before it.</param>
public sealed record VerifiedSentence(string Text, IReadOnlyList<int> Citations, bool StartsParagraph)
{
    /// <summary>What stands before it in the bot's own words, of the store's records: a day, an outlet. Null: nothing.</summary>
    public string? Label { get; init; }
}
