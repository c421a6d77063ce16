namespace BriefingBot.Storage.Search.Words;

/// <summary>Collects the rows of a term in ascending order.</summary>
internal sealed class PostingBuilder
{
    private int[] _slots;
    private ushort[] _frequencies;
    private int _count;

    /// <summary>Begins an empty list.</summary>
    public PostingBuilder() => (_slots, _frequencies) = (new int[16], new ushort[16]);

    /// <summary>
    /// Goes on where a list ends, in its arrays while they have room: who goes on from the same list at the same time writes the same.
    /// </summary>
    public PostingBuilder(PostingList list) =>
        (_slots, _frequencies, _count) = (list.Slots, list.Frequencies, list.CountBelow(list.Through));

    /// <summary>Adds a row.</summary>
    public void Add(int slot, int frequency)
    {
        if (_count == _slots.Length)
        {
            Grow(_count + 1);
        }

        _slots[_count] = slot;
        _frequencies[_count++] = (ushort)Math.Min(frequency, ushort.MaxValue);
    }

    /// <summary>Adds rows.</summary>
    public void Add(ReadOnlySpan<int> slots, ReadOnlySpan<ushort> frequencies)
    {
        if (_count + slots.Length > _slots.Length)
        {
            Grow(_count + slots.Length);
        }

        slots.CopyTo(_slots.AsSpan(_count));
        frequencies.CopyTo(_frequencies.AsSpan(_count));
        _count += slots.Length;
    }

    /// <summary>The list of what was added; the builder may not be used afterwards.</summary>
    /// <param name="term">The term's number; null when no passage has it.</param>
    /// <param name="through">All rows below this one were looked at.</param>
    public PostingList Build(int? term, int through) => new(_slots, _frequencies, _count, term, through);

    private void Grow(int needed)
    {
        int capacity = Math.Max(needed, _slots.Length * 3 / 2);
        Array.Resize(ref _slots, capacity);
        Array.Resize(ref _frequencies, capacity);
    }
}
