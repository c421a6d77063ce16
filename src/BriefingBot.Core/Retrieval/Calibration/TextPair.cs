using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>A headline, asked as a question, and a passage that is compared with it.</summary>
/// <param name="Headline">The number of the headline.</param>
/// <param name="Passage">The passage.</param>
/// <param name="IsRelated">Whether both are of one article.</param>
internal sealed record TextPair(int Headline, StoredPassage Passage, bool IsRelated);
