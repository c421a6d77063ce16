namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>A row of the table of passages; <paramref name="Revision"/> is the number of the revision's row.</summary>
internal sealed record PassageRow(long Key, long Revision, long Kind, long Start, long End, long Words);
