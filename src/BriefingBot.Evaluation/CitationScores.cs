namespace BriefingBot.Evaluation;

/// <summary>
/// What answers cite: N citations; the share of questions that cite a right article, of quotes that are verbatim, of sentences without a
/// citation.
/// </summary>
public sealed record CitationScores(int N, double? RightArticle, double? VerbatimRate, double? UncitedSentenceRate);
