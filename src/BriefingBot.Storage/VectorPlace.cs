namespace BriefingBot.Storage;

/// <summary>Where searches look.</summary>
public enum VectorPlace
{
    /// <summary>In the memory of each process: the fastest.</summary>
    Memory,

    /// <summary>In the database, by PostgreSQL's extension pgvector: for coverage that does not fit into memory.</summary>
    Pgvector,
}
