namespace BriefingBot.Storage.Search.Words;

/// <summary>The rows of one term in the tail. One writer at a time; readers see what was there when they came.</summary>
internal sealed class TailList
{
    private int[] _slots = new int[1];
    private ushort[] _frequencies = new ushort[1];
    private int _count;

    /// <summary>Adds a row behind all others.</summary>
    public void Add(int slot, int frequency)
    {
        int count = _count;
        if (count == _slots.Length)
        {
            int capacity = count < 4 ? 4 : count * 3 / 2;
            var (slots, frequencies) = (_slots, _frequencies);
            Array.Resize(ref slots, capacity);
            Array.Resize(ref frequencies, capacity);

            // A reader takes the count first: whatever arrays it then finds have that many.
            Volatile.Write(ref _slots, slots);
            Volatile.Write(ref _frequencies, frequencies);
        }

        _slots[count] = slot;
        _frequencies[count] = (ushort)Math.Min(frequency, ushort.MaxValue);
        Volatile.Write(ref _count, count + 1);
    }

    /// <summary>Copies the rows from one on into a list.</summary>
    public void Read(int from, PostingBuilder into)
    {
        int count = Volatile.Read(ref _count);
        var slots = Volatile.Read(ref _slots).AsSpan(0, count);
        var frequencies = Volatile.Read(ref _frequencies).AsSpan(0, count);
        int place = slots.BinarySearch(from);
        int first = place < 0 ? ~place : place;
        into.Add(slots[first..], frequencies[first..]);
    }

    /// <summary>A list of the rows from one on; null when there are none.</summary>
    public TailList? From(int slot)
    {
        int place = _slots.AsSpan(0, _count).BinarySearch(slot);
        int first = place < 0 ? ~place : place;
        return first >= _count
            ? null
            : new TailList
            {
                _slots = _slots[first.._count],
                _frequencies = _frequencies[first.._count],
                _count = _count - first,
            };
    }
}
