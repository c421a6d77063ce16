using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Sql.Articles;
using BriefingBot.Storage.Sql.Searching;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite;

/// <summary>Feeds the search from one connection to the file.</summary>
internal sealed class SqlitePassageFeed(SqliteSession session, SqliteConnections connections, EncoderIdentity encoder) : IPassageFeed
{
    /// <inheritdoc/>
    public bool MayHaveChanged()
    {
        long version = session.ReadLong("PRAGMA data_version");
        bool changed = version != session.DataVersion;
        session.DataVersion = version;
        return changed;
    }

    /// <summary>None are counted: every connection hears of changes by itself.</summary>
    /// <inheritdoc/>
    public long CountChanges() => 0;

    /// <inheritdoc/>
    public void FollowChanges(long changes) { }

    /// <inheritdoc/>
    public IDisposable BeginRead() => session.BeginRead();

    /// <inheritdoc/>
    public bool ReadBeside(FeedState state, Action<IPassageFeed> read)
    {
        var other = connections.Rent();
        try
        {
            SqlitePassageFeed feed = new(other, connections, encoder);
            using var transaction = feed.BeginRead();
            if (feed.ReadState() != state)
            {
                return false;
            }

            read(feed);
            return true;
        }
        finally
        {
            connections.Return(other);
        }
    }

    /// <inheritdoc/>
    public FeedState ReadState() => FedRows.ReadState(session);

    /// <inheritdoc/>
    public long? FindVectorSet() => FedRows.FindVectorSet(session, encoder);

    /// <inheritdoc/>
    public IReadOnlyList<FedArticle> ReadArticles(long changedSince) => FedRows.ReadArticles(session, changedSince);

    /// <inheritdoc/>
    public IReadOnlySet<long> FindArticlesBy(CoverageSource source) => CreditReader.FindArticles(session, source);

    /// <inheritdoc/>
    public int CountPassages() => FedRows.CountPassages(session);

    /// <inheritdoc/>
    public void ReadPassages(PassageVisitor visit)
    {
        using var reader = session.Prepare("SELECT key, article, words FROM passage WHERE is_current = 1 ORDER BY key").ExecuteReader();
        ReadAll(reader, row => Visit(row, visit));
    }

    /// <inheritdoc/>
    public void ReadPassages(long article, PassageVisitor visit)
    {
        using var reader = session
            .Prepare("SELECT key, article, words FROM passage WHERE article = $1 AND is_current = 1 ORDER BY key", article)
            .ExecuteReader();
        while (reader.Read())
        {
            Visit(reader.Handle!, visit);
        }
    }

    /// <inheritdoc/>
    public void ReadTerms(TermsVisitor visit)
    {
        using var reader = session.Prepare("SELECT passage, entries FROM passage_term ORDER BY passage").ExecuteReader();
        ReadAll(reader, row => visit(raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_blob(row, 1)));
    }

    /// <inheritdoc/>
    public void ReadTerms(long from, long to, TermsVisitor visit)
    {
        using var reader = session
            .Prepare("SELECT passage, entries FROM passage_term WHERE passage BETWEEN $1 AND $2 ORDER BY passage", from, to)
            .ExecuteReader();
        ReadAll(reader, row => visit(raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_blob(row, 1)));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, int> FindTerms(IReadOnlyCollection<string> stems)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (string stem in stems)
        {
            if (session.ReadLong("SELECT number FROM term WHERE stem = $1", stem) is var number and not 0)
            {
                numbers[stem] = (int)number;
            }
        }

        return numbers;
    }

    /// <inheritdoc/>
    public void ReadBlocks(int term, long blocks, BlockVisitor visit)
    {
        for (long block = 0; block < blocks; block++)
        {
            using var reader = session
                .Prepare("SELECT entries FROM word_block WHERE block = $1 AND term = $2", block, term)
                .ExecuteReader();
            if (reader.Read())
            {
                visit(block, raw.sqlite3_column_blob(reader.Handle, 0));
            }
        }
    }

    /// <inheritdoc/>
    public void ReadPeriods(PeriodVisitor visit)
    {
        using var reader = session.Prepare("SELECT passage, from_day, to_day FROM passage_period ORDER BY passage").ExecuteReader();
        while (reader.Read())
        {
            visit(reader.GetInt64(0), Window(reader.GetInt32(1), reader.GetInt32(2)));
        }
    }

    /// <inheritdoc/>
    public void ReadPeriods(long from, long to, PeriodVisitor visit)
    {
        using var reader = session
            .Prepare("SELECT passage, from_day, to_day FROM passage_period WHERE passage BETWEEN $1 AND $2 ORDER BY passage", from, to)
            .ExecuteReader();
        while (reader.Read())
        {
            visit(reader.GetInt64(0), Window(reader.GetInt32(1), reader.GetInt32(2)));
        }
    }

    /// <inheritdoc/>
    public void ReadVectors(long set, int most, VectorVisitor visit)
    {
        using var reader = session
            .Prepare("SELECT passage, scale, codes FROM passage_vector WHERE vector_set = $1 ORDER BY passage LIMIT $2", set, most)
            .ExecuteReader();
        ReadAll(reader, row => Visit(row, visit));
    }

    /// <inheritdoc/>
    public void ReadVectors(long set, long from, long to, VectorVisitor visit)
    {
        using var reader = session
            .Prepare(
                "SELECT passage, scale, codes FROM passage_vector WHERE vector_set = $1 AND passage BETWEEN $2 AND $3 ORDER BY passage",
                set,
                from,
                to
            )
            .ExecuteReader();
        ReadAll(reader, row => Visit(row, visit));
    }

    /// <inheritdoc/>
    public bool ReadVector(long set, long key, VectorVisitor visit)
    {
        using var reader = session
            .Prepare("SELECT scale, codes FROM passage_vector WHERE vector_set = $1 AND passage = $2", set, key)
            .ExecuteReader();
        bool found = reader.Read();
        if (found)
        {
            visit(key, reader.GetFloat(0), MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(reader.Handle, 1)));
        }

        return found;
    }

    /// <summary>All rows, without what the reader does beside at each: a load reads millions.</summary>
    private static void ReadAll(SqliteDataReader reader, Action<sqlite3_stmt> visit)
    {
        if (!reader.Read())
        {
            return;
        }

        var row = reader.Handle!;
        int code = raw.SQLITE_ROW;
        while (code == raw.SQLITE_ROW)
        {
            visit(row);
            code = raw.sqlite3_step(row);
        }

        if (code != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, raw.sqlite3_db_handle(row));
        }
    }

    private static void Visit(sqlite3_stmt row, PassageVisitor visit) =>
        visit(raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_int64(row, 1), raw.sqlite3_column_int(row, 2));

    private static void Visit(sqlite3_stmt row, VectorVisitor visit) =>
        visit(
            raw.sqlite3_column_int64(row, 0),
            (float)raw.sqlite3_column_double(row, 1),
            MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(row, 2))
        );

    private static TimeWindow Window(int from, int to) => new(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
}
