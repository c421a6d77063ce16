using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Search;

/// <summary>What searches may keep in memory of what grows with the coverage.</summary>
/// <param name="MostCodeBytes">Of the vectors themselves; beyond it they are read from the store.</param>
/// <param name="MostPostings">Entries of lists of words, <see cref="PostingCache.EntryBytes"/> each.</param>
public sealed record SearchMemory(long MostCodeBytes, long MostPostings)
{
    private const long Megabyte = 1 << 20;

    /// <summary>A budget parted: three quarters for vectors, a quarter for lists of words.</summary>
    public static SearchMemory Of(int megabytes) =>
        new(megabytes * (Megabyte * 3 / 4), megabytes * (Megabyte / 4) / PostingCache.EntryBytes);

    /// <summary>The budget that so many bytes of vectors fit into, in megabytes.</summary>
    public static long MegabytesFor(long vectorBytes) => (vectorBytes / (Megabyte * 3 / 4)) + 1;
}
