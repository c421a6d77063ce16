namespace BriefingBot.Storage.Sqlite.Schema;

/// <summary>What the first bytes of a file say that it is.</summary>
internal enum StoreFileKind
{
    /// <summary>No byte at all.</summary>
    Empty,

    /// <summary>A store of this program.</summary>
    Ours,

    /// <summary>A SQLite database of another application.</summary>
    OtherApplication,

    /// <summary>A SQLite database that no application has named as its own yet.</summary>
    Unnamed,

    /// <summary>No SQLite database.</summary>
    NoDatabase,
}
