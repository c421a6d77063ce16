namespace BriefingBot.Storage.Search.Words;

/// <summary>In which passages one stem stands, and how often. Immutable to readers; longer lists may share its arrays.</summary>
/// <param name="Slots">Ascending.</param>
/// <param name="Frequencies">How often it stands in each, title and text together; at most 65,535.</param>
/// <param name="Count">How many entries of the arrays are this list's.</param>
/// <param name="Term">The number of the stem's term; null when it stood nowhere.</param>
/// <param name="Through">All rows below this one were looked at.</param>
internal sealed record PostingList(int[] Slots, ushort[] Frequencies, int Count, int? Term, int Through)
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
}
