namespace BriefingBot.Storage.Search.Words;

/// <summary>
/// The terms of one passage in bytes: of each the distance to the term before, with a bit that says whether it stands there more than
/// once and how often follows. Read from left to right.
/// </summary>
internal ref struct PassageTerms(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The term's number.</summary>
    public int Term { get; private set; }

    /// <summary>How often it stands in the passage.</summary>
    public int Frequency { get; private set; }

    /// <summary>Writes terms, each as often as it stands in the passage, in any order; sorts them.</summary>
    public static byte[] Write(Span<int> terms)
    {
        terms.Sort();
        List<byte> bytes = new(terms.Length * 2);
        int last = 0;
        int i = 0;
        while (i < terms.Length)
        {
            int next = i + 1;
            while (next < terms.Length && terms[next] == terms[i])
            {
                next++;
            }

            uint frequency = (uint)(next - i);
            CompactNumber.Write(bytes, ((uint)(terms[i] - last) << 1) | (frequency > 1 ? 1u : 0));
            if (frequency > 1)
            {
                CompactNumber.Write(bytes, frequency);
            }

            last = terms[i];
            i = next;
        }

        return [.. bytes];
    }

    /// <summary>Moves to the next term; false at the end.</summary>
    public bool Read()
    {
        if (_at >= _bytes.Length)
        {
            return false;
        }

        uint head = CompactNumber.Read(_bytes, ref _at);
        Term += (int)(head >> 1);
        Frequency = (head & 1) == 0 ? 1 : (int)CompactNumber.Read(_bytes, ref _at);
        return true;
    }
}
