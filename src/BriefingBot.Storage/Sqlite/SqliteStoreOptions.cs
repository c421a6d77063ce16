namespace BriefingBot.Storage.Sqlite;

/// <summary>Where the SQLite store lies and what it may use.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>
    /// The file; its folder is made when missing. Beside it SQLite keeps <c>-wal</c> and <c>-shm</c> while the store is open.
    /// </summary>
    public string Path { get; set; } = "";

    /// <summary>The file never grows past this many bytes; 0 (default) is no limit but the disk's.</summary>
    public long MaxFileBytes { get; set; }

    /// <summary>
    /// How many megabytes of memory searches may keep of what grows with the coverage, 0 to 1,000,000: three quarters for vectors (a byte a
    /// dimension of each passage), a quarter for the lists of words. When the vectors do not fit, those to be compared are read from the
    /// file, which is slower.
    /// </summary>
    public int MemoryMegabytes { get; set; } = 1024;
}
