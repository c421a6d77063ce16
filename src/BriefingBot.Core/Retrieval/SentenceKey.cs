namespace BriefingBot.Core.Retrieval;

/// <summary>Names a sentence among those that were retrieved.</summary>
/// <param name="Passage">The store's number of its passage.</param>
/// <param name="Start">Its first UTF-16 unit in the article's clean text.</param>
public readonly record struct SentenceKey(long Passage, int Start);
