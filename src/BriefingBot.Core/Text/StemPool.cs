using System.Collections.Concurrent;

namespace BriefingBot.Core.Text;

/// <summary>
/// Remembers the stem of every word met, so that reading passages neither stems nor allocates a string a word. Bounded; thread-safe.
/// </summary>
internal static class StemPool
{
    private const int Capacity = 200_000;

    // The dictionary's own count takes all of its locks.
    private static int _count;

    private static readonly ConcurrentDictionary<string, string> Pool = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Pool.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>The stem of a lower-case word; <paramref name="word"/> may be changed.</summary>
    public static string StemOf(Span<char> word)
    {
        if (BySpan.TryGetValue(word, out string? known))
        {
            return known;
        }

        string spelled = word.ToString();
        string stem = word[..PorterStemmer.Stem(word)].ToString();
        stem = stem == spelled ? spelled : stem;
        if (Volatile.Read(ref _count) < Capacity && Pool.TryAdd(spelled, stem))
        {
            Interlocked.Increment(ref _count);
        }

        return stem;
    }
}
