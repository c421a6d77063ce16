namespace BriefingBot.Storage.Postgres;

/// <summary>Which PostgreSQL database holds the store, and what searches may keep of it in memory.</summary>
public sealed class PostgresStoreOptions
{
    /// <summary>
    /// The connection string as Npgsql reads it (<c>Host=db;Database=briefingbot;Username=bot;Password=...</c>). What it leaves out is
    /// taken from <c>PGHOST</c>, <c>PGPORT</c>, <c>PGDATABASE</c>, <c>PGUSER</c> and <c>PGPASSWORD</c>. Never logged.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>A file whose first line is the connection string, in place of <see cref="ConnectionString"/>.</summary>
    public string? ConnectionStringFile { get; set; }

    /// <summary>As <see cref="Sqlite.SqliteStoreOptions.MemoryMegabytes"/>.</summary>
    public int MemoryMegabytes { get; set; } = 1024;

    /// <summary>As <see cref="SearchOptions.Vectors"/>.</summary>
    public VectorPlace Vectors { get; set; }
}
