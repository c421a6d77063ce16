using BriefingBot.Storage.Sqlite.Backups;

namespace BriefingBot.Documents;

/// <summary>What was copied: what <c>backup --json</c> and <c>restore --json</c> print.</summary>
/// <param name="File">The file that was made: the backup, or the store.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Schema">The schema version of what was copied.</param>
/// <param name="Articles">Current articles.</param>
/// <param name="Passages">Current passages.</param>
/// <param name="Questions">Questions of chats.</param>
/// <param name="FetchedFiles">Files of articles that were fetched.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record BackupDocument(
    string File,
    long Bytes,
    int Schema,
    int Articles,
    int Passages,
    int Questions,
    int FetchedFiles,
    double Seconds
)
{
    public static BackupDocument From(StoreCopy copy, TimeSpan elapsed) =>
        new(
            copy.Path,
            copy.Bytes,
            copy.Schema,
            copy.Contents.Articles,
            copy.Contents.Passages,
            copy.Contents.Questions,
            copy.FetchedFiles,
            Math.Round(elapsed.TotalSeconds, 3)
        );
}
