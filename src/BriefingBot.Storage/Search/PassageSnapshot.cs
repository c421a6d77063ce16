using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Search;

/// <summary>The passages at one state of the store. What later changes append to the shared columns lies beyond its count.</summary>
/// <param name="State">The index state that it shows.</param>
/// <param name="Columns">The columns, shared with earlier and later snapshots.</param>
/// <param name="Count">Rows, dead ones included.</param>
/// <param name="Live">Rows that are current passages.</param>
/// <param name="TotalWords">The lengths of the live rows together.</param>
/// <param name="Collections">Names of collections; a row holds the place of its own.</param>
/// <param name="VectorSet">The active vectors when they are the configured encoder's; else null.</param>
/// <param name="Tail">Where terms stand in the rows that belong to no complete block.</param>
/// <param name="Postings">Where the stems stand that were asked for so far; its slots are those of <paramref name="Columns"/>.</param>
internal sealed record PassageSnapshot(
    long State,
    PassageColumns Columns,
    int Count,
    int Live,
    long TotalWords,
    IReadOnlyList<string> Collections,
    long? VectorSet,
    WordTail Tail,
    PostingCache Postings
)
{
    /// <summary>Is the row a current passage at this state?</summary>
    public bool IsLive(int slot) => Columns.Died[slot] > State;
}
