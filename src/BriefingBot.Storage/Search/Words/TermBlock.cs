using System.Runtime.CompilerServices;

namespace BriefingBot.Storage.Search.Words;

/// <summary>
/// Where a term stands among the keys of one block: of each passage the distance to the one before, with a bit that says whether the term
/// stands there more than once and how often follows. A block is written once, when all its keys are given away, and never changed:
/// passages that are gone are passed over by who reads it.
/// </summary>
internal static class TermBlock
{
    /// <summary>Keys of a block, as a power of two.</summary>
    public const int Bits = 16;

    /// <summary>The block of a key.</summary>
    public static long Of(long key) => key >> Bits;

    /// <summary>The first key of a block.</summary>
    public static long FirstKey(long block) => block << Bits;

    /// <summary>Appends a passage; they come in the order of their keys.</summary>
    /// <param name="entries">What the block has of the term.</param>
    /// <param name="distance">From the key before, or from the block's first key for the first.</param>
    /// <param name="frequency">How often it stands there.</param>
    public static void Append(List<byte> entries, int distance, int frequency)
    {
        CompactNumber.Write(entries, ((uint)distance << 1) | (frequency > 1 ? 1u : 0));
        if (frequency > 1)
        {
            CompactNumber.Write(entries, (uint)frequency);
        }
    }

    /// <summary>Adds to a list those of the passages that are among the rows.</summary>
    /// <param name="block">The block's number.</param>
    /// <param name="entries">What it has of a term.</param>
    /// <param name="keys">The keys of the rows, ascending.</param>
    /// <param name="into">Takes rows and frequencies.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(long block, ReadOnlySpan<byte> entries, ReadOnlySpan<long> keys, PostingBuilder into)
    {
        long key = FirstKey(block);
        int at = 0;
        int row = -1;
        while (at < entries.Length)
        {
            uint head = CompactNumber.Read(entries, ref at);
            key += head >> 1;
            int frequency = (head & 1) == 0 ? 1 : (int)CompactNumber.Read(entries, ref at);
            row = Find(keys, row, key);
            if (row >= keys.Length)
            {
                return;
            }

            if (keys[row] == key)
            {
                into.Add(row, frequency);
            }
        }
    }

    /// <summary>
    /// The first row at or after one whose key is at least this. Keys have few holes, so it is nearly always as far away in rows as in
    /// keys, and never farther.
    /// </summary>
    private static int Find(ReadOnlySpan<long> keys, int from, long key)
    {
        int low = Math.Max(from, 0);
        if (from < 0)
        {
            int first = keys.BinarySearch(key);
            return first < 0 ? ~first : first;
        }

        if (low >= keys.Length || keys[low] >= key)
        {
            return low;
        }

        int high = (int)Math.Min(keys.Length - 1L, low + (key - keys[low]));
        if (keys[high] == key)
        {
            return high;
        }

        int found = keys[low..(high + 1)].BinarySearch(key);
        return low + (found < 0 ? ~found : found);
    }
}
