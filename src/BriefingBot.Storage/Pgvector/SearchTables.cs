using System.Globalization;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// The tables that are searched in the database. They hold nothing of their own: they follow the passages, and may be dropped at any time.
/// </summary>
internal static class SearchTables
{
    /// <summary>Grows when the tables change: those of another form are made and filled anew.</summary>
    private const int Form = 1;

    /// <summary>What the type halfvec can be indexed with.</summary>
    private const int MostDimensions = 4000;

    /// <summary>Of the server's, while the index of a whole store is built.</summary>
    private const string BuildMemory = "1GB";

    /// <summary>
    /// search_term: in how many passages a term stands. search_passage: its terms as words (their numbers) for the index, and as entries
    /// with how often they stand there; day is empty for undated ones.
    /// </summary>
    private const string Script = """
        CREATE TABLE search_state (
          id integer PRIMARY KEY CHECK (id = 1),
          form integer NOT NULL,
          index_state bigint NOT NULL,
          passages bigint NOT NULL,
          words bigint NOT NULL
        );
        CREATE TABLE search_term (term integer PRIMARY KEY, passages bigint NOT NULL);
        CREATE TABLE search_passage (
          passage bigint PRIMARY KEY,
          article bigint NOT NULL,
          collection text NOT NULL,
          day integer,
          words integer NOT NULL,
          terms tsvector NOT NULL,
          entries bytea NOT NULL
        );
        CREATE INDEX search_passage_by_article ON search_passage (article);
        CREATE INDEX search_passage_by_day ON search_passage (day) INCLUDE (collection, passage);
        CREATE INDEX search_passage_by_collection ON search_passage (collection, day) INCLUDE (passage);
        CREATE INDEX IF NOT EXISTS passage_period_by_day ON passage_period (from_day, to_day);
        """;

    /// <summary>The table of a set's vectors.</summary>
    public static string VectorsOf(long set) => string.Create(CultureInfo.InvariantCulture, $"search_vector_{set}");

    /// <summary>Makes the tables where there are none of this form. Inside <see cref="WriteTurn.Search"/>.</summary>
    public static void Ensure(SqlSession session)
    {
        if (session.ReadText("SELECT to_regclass(quote_ident(current_schema()) || '.search_state')::text") is not null)
        {
            if (session.ReadLong("SELECT form FROM search_state") == Form)
            {
                return;
            }

            Drop(session);
        }

        session.Execute(Script);
        session.Execute($"INSERT INTO search_state VALUES (1, {Form}, -1, 0, 0)");
    }

    /// <summary>
    /// A table for each set of vectors that has none; those of sets that are gone are dropped. Inside <see cref="WriteTurn.Search"/>.
    /// </summary>
    /// <param name="session">In a transaction.</param>
    /// <returns>The sets.</returns>
    public static IReadOnlyList<long> EnsureVectors(SqlSession session)
    {
        var sets = ReadSets(session);
        var tables = ReadVectorTables(session);
        foreach (string gone in tables.Except(sets.Keys.Select(VectorsOf), StringComparer.Ordinal))
        {
            session.Execute($"DROP TABLE {gone}");
        }

        foreach (var (set, dimensions) in sets.Where(set => !tables.Contains(VectorsOf(set.Key), StringComparer.Ordinal)))
        {
            session.Execute(
                $"""
                CREATE TABLE {VectorsOf(set)} (passage bigint PRIMARY KEY, embedding halfvec({dimensions}) NOT NULL);
                ALTER TABLE {VectorsOf(set)} ALTER COLUMN embedding SET STORAGE PLAIN;
                """
            );
        }

        return [.. sets.Keys];
    }

    /// <summary>
    /// Makes the index of the words where it is missing, in <see cref="WriteTurn.SearchIndexes"/>: after the first filling, which it would
    /// slow down many times.
    /// </summary>
    public static void EnsureWordIndex(SqlSession session)
    {
        // By one process: several share memory that containers give little of.
        session.Execute(
            "SELECT set_config('maintenance_work_mem', $1, true), set_config('max_parallel_maintenance_workers', '0', true)",
            BuildMemory
        );
        Run(session, "CREATE INDEX IF NOT EXISTS search_passage_by_term ON search_passage USING gin (terms) WITH (fastupdate = off)");
    }

    /// <summary>Can the vectors of a set be indexed? Those of encoders with more dimensions are all looked at.</summary>
    public static bool CanIndex(SqlSession session, long set) =>
        ReadSets(session).TryGetValue(set, out int dimensions) && dimensions <= MostDimensions;

    private static void Drop(SqlSession session)
    {
        foreach (string table in (string[])[.. ReadVectorTables(session), "search_passage", "search_term", "search_state"])
        {
            session.Execute($"DROP TABLE IF EXISTS {table}");
        }
    }

    private static Dictionary<long, int> ReadSets(SqlSession session)
    {
        Dictionary<long, int> sets = [];
        using var row = session.Prepare("SELECT number, dimensions FROM vector_set").ExecuteReader();
        while (row.Read())
        {
            sets.Add(row.GetInt64(0), row.GetInt32(1));
        }

        return sets;
    }

    private static List<string> ReadVectorTables(SqlSession session)
    {
        List<string> tables = [];
        using var row = session
            .Prepare(
                """
                SELECT relname::text FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname ~ '^search_vector_[0-9]+$'
                """
            )
            .ExecuteReader();
        while (row.Read())
        {
            tables.Add(row.GetString(0));
        }

        return tables;
    }

    /// <summary>Runs a statement however long it takes: over millions of passages that is long.</summary>
    public static void Run(SqlSession session, string sql)
    {
        var command = session.Prepare(sql);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
