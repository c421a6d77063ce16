namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>A copy of a store that was checked, and what it holds.</summary>
/// <param name="Path">The full path of the file that was made.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Schema">The schema version of what was copied.</param>
/// <param name="Contents">What it holds.</param>
/// <param name="FetchedFiles">Files of fetched articles that came along.</param>
public sealed record StoreCopy(string Path, long Bytes, int Schema, StoreContents Contents, int FetchedFiles);
