using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Search;

/// <summary>What searches may keep in memory of what grows with the coverage.</summary>
/// <param name="MostCodeBytes">Of the vectors themselves; beyond it they are read from the store.</param>
/// <param name="MostPostings">Entries of lists of words, <see cref="PostingCache.EntryBytes"/> each.</param>
internal sealed record SearchMemory(long MostCodeBytes, long MostPostings);
