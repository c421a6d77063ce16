namespace BriefingBot.Core.Answering;

/// <summary>A sentence that passed the check. Nothing outside Core makes or changes one; a store gives back what it was given.</summary>
public sealed record VerifiedSentence
{
    internal VerifiedSentence(string text, IReadOnlyList<int> citations, bool startsParagraph) =>
        (Text, Citations, StartsParagraph) = (text, citations, startsParagraph);

    /// <summary>The words, without marks.</summary>
    public string Text { get; }

    /// <summary>The numbers of its citations; never empty.</summary>
    public IReadOnlyList<int> Citations { get; }

    /// <summary>It does not belong to the sentence before it.</summary>
    public bool StartsParagraph { get; }

    /// <summary>What stands before it in the bot's own words, of the store's records: a day, an outlet. Null: nothing.</summary>
    public string? Label { get; internal init; }
}
