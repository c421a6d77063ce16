namespace BriefingBot.Storage.Search.Words;

/// <summary>
/// In which of the last rows each term stands: those whose keys belong to no complete block. One writer at a time; may be read meanwhile.
/// </summary>
/// <param name="blocks">How many blocks are before it.</param>
/// <param name="firstSlot">Its first row.</param>
internal sealed class WordTail(long blocks, int firstSlot)
{
    private TailList?[] _lists = [];

    /// <summary>How many blocks are before it.</summary>
    public long Blocks => blocks;

    /// <summary>Its first row.</summary>
    public int FirstSlot => firstSlot;

    /// <summary>Adds a row behind all others.</summary>
    public void Add(int slot, ReadOnlySpan<byte> terms)
    {
        PassageTerms reader = new(terms);
        while (reader.Read())
        {
            if (reader.Term >= _lists.Length)
            {
                var lists = _lists;
                Array.Resize(ref lists, Math.Max(reader.Term + 1, (lists.Length * 5 / 4) + 1024));
                Volatile.Write(ref _lists, lists);
            }

            (_lists[reader.Term] ??= new TailList()).Add(slot, reader.Frequency);
        }
    }

    /// <summary>Copies the rows of a term from one on into a list.</summary>
    public void Read(int term, int from, PostingBuilder into)
    {
        var lists = Volatile.Read(ref _lists);
        if (term < lists.Length)
        {
            Volatile.Read(ref lists[term])?.Read(from, into);
        }
    }

    /// <summary>The tail that is left when more blocks are complete.</summary>
    public WordTail From(long complete, int slot) => new(complete, slot) { _lists = [.. _lists.Select(list => list?.From(slot))] };
}
