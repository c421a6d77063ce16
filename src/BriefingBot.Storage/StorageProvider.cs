namespace BriefingBot.Storage;

/// <summary>The engines that can hold the store.</summary>
public enum StorageProvider
{
    /// <summary>A file that SQLite keeps, within the process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, which several processes on several machines share.</summary>
    Postgres,
}
