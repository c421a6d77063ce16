using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>A quote and where it was found.</summary>
/// <param name="Passage">The passage that has it.</param>
/// <param name="Start">Its first UTF-16 unit in the article's clean text.</param>
/// <param name="End">One past its last.</param>
internal sealed record LocatedQuote(StoredPassage Passage, int Start, int End)
{
    /// <summary>The words themselves.</summary>
    public string Text => Passage.Text[(Start - Passage.Start)..(End - Passage.Start)];
}
