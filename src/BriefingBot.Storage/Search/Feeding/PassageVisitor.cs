namespace BriefingBot.Storage.Search.Feeding;

/// <summary>Takes a passage.</summary>
/// <param name="key">Its key; they only ever grow.</param>
/// <param name="article">The number of its article.</param>
/// <param name="words">How many words are found of it, those of the title that it carries included.</param>
internal delegate void PassageVisitor(long key, long article, int words);
