using System.Globalization;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// The index of the active vectors: lists of vectors that are near to each other (IVFFlat), of which a search looks at the nearest ones.
/// In a small store all vectors are looked at. Where the store has grown much since it was built, it is built again, beside all searches
/// and changes.
/// </summary>
/// <remarks>
/// Not HNSW: over news, which repeats itself, its graphs fall apart. Of 40,000 passages a graph of 16 edges finds .74 to .90 of the ten
/// nearest with 300 candidates, in pgvector and in another program alike; docs/EVALUATION.md has the figures.
/// </remarks>
internal static class VectorIndex
{
    /// <summary>Fewer are looked at one by one in some ten milliseconds.</summary>
    private const int LeastPassages = 20_000;

    private const int PassagesAList = 500;

    /// <summary>
    /// An eighth of the lists hold .99 of the ten nearest (EVALUATION.md, "Search in PostgreSQL"); what passes a filter lies further off.
    /// </summary>
    private const int ShareOfLists = 8;
    private const int ShareWithFilter = 4;

    private const int Growth = 4;

    /// <summary>Of the server's, while it is built.</summary>
    private const string BuildMemory = "512MB";

    private const string Lock = "hashtext('briefingbot.vectors.' || current_schema()), 0";

    private const string Indexes = """
        SELECT c.relname::text AS name, CAST(i.indisvalid AS integer) AS is_valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_am m ON m.oid = c.relam
        WHERE i.indrelid = to_regclass(quote_ident(current_schema()) || '.' || $1) AND m.amname IN ('ivfflat', 'hnsw')
        """;

    /// <summary>
    /// Builds it where it is missing or the store has outgrown it, unless another process does.
    /// </summary>
    /// <param name="session">Outside of a transaction.</param>
    /// <param name="schema">Of the extension, quoted.</param>
    public static void Ensure(SqlSession session, string schema)
    {
        long passages = session.ReadLong("SELECT passages FROM search_state");
        if (passages < LeastPassages)
        {
            return;
        }

        long set = session.ReadLong("SELECT coalesce(max(number), 0) FROM vector_set WHERE is_active = 1");
        long lists = passages / PassagesAList;
        string table = SearchTables.VectorsOf(set);
        if (!SearchTables.CanIndex(session, set) || !IsDue(session, table, lists))
        {
            return;
        }

        if (session.ReadLong($"SELECT CASE WHEN pg_try_advisory_lock({Lock}) THEN 1 ELSE 0 END") == 0)
        {
            return;
        }

        try
        {
            // Another process may have built it since.
            if (IsDue(session, table, lists))
            {
                Build(session, schema, table, lists);
            }
        }
        finally
        {
            session.Execute($"SELECT pg_advisory_unlock({Lock})");
        }
    }

    /// <summary>How many lists the searches of the running transaction look at.</summary>
    public static void UseIn(SqlSession session, long set, bool isFiltered) =>
        session.Execute(
            "SELECT set_config('ivfflat.probes', CAST($1 AS text), true), set_config('ivfflat.iterative_scan', 'relaxed_order', true)",
            Math.Max(1, ReadLists(session, SearchTables.VectorsOf(set)) / (isFiltered ? ShareWithFilter : ShareOfLists))
        );

    private static bool IsDue(SqlSession session, string table, long lists) => ReadLists(session, table) <= lists / Growth;

    private static void Build(SqlSession session, string schema, string table, long lists)
    {
        foreach (string broken in ReadIndexes(session, table, isValid: false))
        {
            session.Execute($"DROP INDEX {broken}");
        }

        var former = ReadIndexes(session, table, isValid: true);
        session.Execute(
            "SELECT set_config('maintenance_work_mem', $1, false), set_config('max_parallel_maintenance_workers', '0', false)",
            BuildMemory
        );
        try
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{table}_near_{lists}");
            SearchTables.Run(
                session,
                $"CREATE INDEX CONCURRENTLY {name} ON {table} USING ivfflat (embedding {schema}.halfvec_cosine_ops) WITH (lists = {lists})"
            );
        }
        finally
        {
            session.Execute("RESET maintenance_work_mem");
            session.Execute("RESET max_parallel_maintenance_workers");
        }

        foreach (string old in former)
        {
            session.Execute($"DROP INDEX {old}");
        }
    }

    /// <summary>The lists of the index that searches use; 0 when there is none.</summary>
    private static long ReadLists(SqlSession session, string table) =>
        session.ReadLong(
            $"SELECT coalesce(max(CAST(substring(n.name FROM '_near_([0-9]+)$') AS bigint)), 0) FROM ({Indexes}) n WHERE n.is_valid = 1",
            table
        );

    private static List<string> ReadIndexes(SqlSession session, string table, bool isValid)
    {
        List<string> names = [];
        using var row = session.Prepare($"SELECT n.name FROM ({Indexes}) n WHERE n.is_valid = $2", table, isValid).ExecuteReader();
        while (row.Read())
        {
            names.Add(row.GetString(0));
        }

        return names;
    }
}
