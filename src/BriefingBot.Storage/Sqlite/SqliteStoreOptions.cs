namespace BriefingBot.Storage.Sqlite;

/// <summary>Where the SQLite store lies and what it may use.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The file; its folder is made when missing. Beside it SQLite keeps <c>-wal</c> and <c>-shm</c> while the store is open.</summary>
    public string Path { get; set; } = "";

    /// <summary>The file never grows past this many bytes; 0 (default) is no limit but the disk's.</summary>
    public long MaxFileBytes { get; set; }

    /// <summary>Up to this many passages the vectors are kept in memory (one byte a dimension); beyond, those to be compared are read from the file.</summary>
    public int MaxVectorsInMemory { get; set; } = 200_000;

    /// <summary>How many entries of the word index are kept in memory (6 bytes each) before they are dropped and read anew.</summary>
    public int MaxPostingsInMemory { get; set; } = 30_000_000;
}
