namespace BriefingBot.Core.Coverage;

/// <summary>
/// A stretch of an article's clean text: whole sentences, at most about 90 words. What is retrieved, and what a citation points into.
/// </summary>
/// <param name="Ordinal">The place in the article, from 0, in reading order.</param>
/// <param name="Kind">What the passage is to the article.</param>
/// <param name="Start">The first UTF-16 unit in the clean text.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
public sealed record Passage(int Ordinal, PassageKind Kind, int Start, int End);
