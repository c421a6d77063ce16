namespace BriefingBot.Core.Text;

/// <summary>
/// Remembers the stem of every word met, so that reading passages neither stems nor allocates a word. A table of fixed size without locks,
/// in which a word stands in one of a few places; where all of those are taken, it is stemmed each time. Thread-safe.
/// </summary>
internal static class StemPool
{
    /// <summary>A power of two.</summary>
    private const int Places = 1 << 18;

    private const int Tries = 8;

    private static readonly StemmedWord?[] Table = new StemmedWord?[Places];

    /// <summary>The stem of a lower-case word; <paramref name="word"/> may be changed.</summary>
    public static StemmedWord StemOf(Span<char> word)
    {
        uint hash = StemmedWord.HashOf(word);
        for (uint i = 0; i < Tries; i++)
        {
            ref StemmedWord? place = ref Table[(hash + i) % Places];
            if (Volatile.Read(ref place) is not { } known)
            {
                return Add(ref place, word, hash);
            }

            if (known.SpelledHash == hash && word.SequenceEqual(known.Spelled))
            {
                return known;
            }
        }

        return Make(word, hash);
    }

    // Another thread may take the place meanwhile: then the word is added when it is met again.
    private static StemmedWord Add(ref StemmedWord? place, Span<char> word, uint hash)
    {
        var made = Make(word, hash);
        Interlocked.CompareExchange(ref place, made, null);
        return made;
    }

    private static StemmedWord Make(Span<char> word, uint hash)
    {
        string spelled = word.ToString();
        var stem = word[..PorterStemmer.Stem(word)];
        return new StemmedWord(stem.SequenceEqual(spelled) ? spelled : stem.ToString()) { Spelled = spelled, SpelledHash = hash };
    }
}
