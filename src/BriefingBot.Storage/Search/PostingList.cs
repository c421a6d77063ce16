namespace BriefingBot.Storage.Search;

/// <summary>In which passages one stem stands, and how often. Immutable to readers; longer lists may share its arrays.</summary>
/// <param name="Slots">Ascending.</param>
/// <param name="Frequencies">How often it stands in each, title and text together; at most 65,535.</param>
/// <param name="Count">How many entries of the arrays are this list's.</param>
/// <param name="Since">The index state at which it was read: what had been taken away before is not in it, so it does not serve earlier
/// states.</param>
/// <param name="Through">All rows below this one were looked at.</param>
internal sealed record PostingList(int[] Slots, ushort[] Frequencies, int Count, long Since, int Through)
{
    /// <summary>How many entries are of the first so many rows.</summary>
    public int CountBelow(int rows)
    {
        if (Count == 0 || Slots[Count - 1] < rows)
        {
            return Count;
        }

        int place = Slots.AsSpan(0, Count).BinarySearch(rows);
        return place < 0 ? ~place : place;
    }

    /// <summary>The same list with rows added at its end.</summary>
    public PostingList Append(IReadOnlyList<(int Slot, int Frequency)> added, int through)
    {
        int count = Count + added.Count;
        var (slots, frequencies) = (Slots, Frequencies);
        if (count > slots.Length)
        {
            int capacity = Math.Max(count, (slots.Length * 3 / 2) + 4);
            Array.Resize(ref slots, capacity);
            Array.Resize(ref frequencies, capacity);
        }

        for (int i = 0; i < added.Count; i++)
        {
            slots[Count + i] = added[i].Slot;
            frequencies[Count + i] = (ushort)Math.Min(added[i].Frequency, ushort.MaxValue);
        }

        return new PostingList(slots, frequencies, count, Since, through);
    }
}
