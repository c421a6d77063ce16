using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering;

/// <summary>What a composer says a sentence rests on; not yet checked.</summary>
/// <param name="Passage">The passage it points to.</param>
/// <param name="Quote">The words it says stand there.</param>
public sealed record DraftCitation(PassageId Passage, string Quote);
