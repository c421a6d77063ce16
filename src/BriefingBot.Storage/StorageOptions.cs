namespace BriefingBot.Storage;

/// <summary>The section <c>Storage</c>: where the store is, and what it may use.</summary>
public sealed class StorageOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>The engine; a file of SQLite unless said otherwise.</summary>
    public StorageProvider Provider { get; set; }

    /// <summary>As <see cref="Postgres.PostgresStoreOptions.ConnectionString"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>As <see cref="Postgres.PostgresStoreOptions.ConnectionStringFile"/>.</summary>
    public string? ConnectionStringFile { get; set; }

    /// <summary>As <see cref="Sqlite.SqliteStoreOptions.MaxFileBytes"/>; PostgreSQL knows no such limit.</summary>
    public long MaxFileBytes { get; set; }

    /// <summary>As <see cref="Sqlite.SqliteStoreOptions.MemoryMegabytes"/>.</summary>
    public int MemoryMegabytes { get; set; } = 1024;
}
