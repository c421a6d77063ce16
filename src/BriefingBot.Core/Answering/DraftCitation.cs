using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering;

/// <summary>What a composer says a sentence rests on; not yet checked.</summary>
/// <param name="Passage">The passage it points to.</param>
/// <param name="Quote">The words it says stand there; null when it named the passage only and the verifier has to find the words that bear
/// the sentence out.</param>
public sealed record DraftCitation(PassageId Passage, string? Quote);
