namespace BriefingBot.Core.Retrieval.Store;

/// <summary>How common words are in the coverage.</summary>
/// <param name="Passages">Current passages in all.</param>
/// <param name="Counts">In how many of them each stem stands, text or title, in the order asked.</param>
public sealed record PassageFrequencies(int Passages, IReadOnlyList<int> Counts);
