namespace BriefingBot.Core.Text;

/// <summary>
/// Tells of nearly every word that it is none of a few, without comparing it with them: a Bloom filter of one hash. Immutable.
/// </summary>
public readonly struct StemFilter
{
    private const int Bits = 1024;

    private readonly ulong[] _bits;

    private StemFilter(ulong[] bits) => _bits = bits;

    /// <summary>Of these stems.</summary>
    public static StemFilter Of(IEnumerable<string> stems)
    {
        var bits = new ulong[Bits / 64];
        foreach (string stem in stems)
        {
            uint place = StemmedWord.HashOf(stem) % Bits;
            bits[place / 64] |= 1UL << (int)(place % 64);
        }

        return new StemFilter(bits);
    }

    /// <summary>False: the word is none of them.</summary>
    public bool MayHold(StemmedWord word)
    {
        uint place = word.Hash % Bits;
        return (_bits[place / 64] & (1UL << (int)(place % 64))) != 0;
    }
}
