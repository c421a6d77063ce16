namespace BriefingBot.Core.Retrieval;

/// <summary>What a question found, best first, near-identical passages collapsed.</summary>
/// <param name="Passages">Best first.</param>
public sealed record RetrievedPassages(IReadOnlyList<RetrievedPassage> Passages);
