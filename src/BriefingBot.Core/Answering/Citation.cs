using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering;

/// <summary>A checked pointer into an article.</summary>
/// <param name="Number">The n of its [n] mark, from 1.</param>
/// <param name="Article">The article.</param>
/// <param name="Passage">The passage that holds the quote.</param>
/// <param name="Start">The quote's first UTF-16 unit in the article's clean text.</param>
/// <param name="End">One past its last.</param>
/// <param name="Quote">Exactly that slice.</param>
public sealed record Citation(int Number, ArticleHeader Article, PassageId Passage, int Start, int End, string Quote);
