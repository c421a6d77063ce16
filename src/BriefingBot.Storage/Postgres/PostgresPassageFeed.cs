using System.Data.Common;
using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Articles;
using BriefingBot.Storage.Sql.Searching;

namespace BriefingBot.Storage.Postgres;

/// <summary>Feeds the search from one session.</summary>
internal sealed class PostgresPassageFeed(SqlSession session, PostgresDatabase database, EncoderIdentity encoder) : IPassageFeed
{
    private readonly byte[] _codes = new byte[encoder.Dimensions];

    /// <inheritdoc/>
    public bool MayHaveChanged() => database.Changes.IsAhead;

    /// <inheritdoc/>
    public long CountChanges() => database.Changes.Told;

    /// <inheritdoc/>
    public void FollowChanges(long changes) => database.Changes.Follow(changes);

    /// <inheritdoc/>
    public IDisposable BeginRead() => session.BeginRead();

    /// <inheritdoc/>
    public bool ReadBeside(FeedState state, Action<IPassageFeed> read)
    {
        using var other = database.Rent();
        PostgresPassageFeed feed = new(other, database, encoder);
        using var transaction = feed.BeginRead();
        if (feed.ReadState() != state)
        {
            return false;
        }

        read(feed);
        return true;
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
    public void ReadPassages(PassageVisitor visit) =>
        ReadAll(
            session.Prepare("SELECT key, article, words FROM passage WHERE is_current = 1 ORDER BY key"),
            row => visit(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2))
        );

    /// <inheritdoc/>
    public void ReadPassages(long article, PassageVisitor visit) =>
        ReadAll(
            session.Prepare("SELECT key, words FROM passage WHERE article = $1 AND is_current = 1 ORDER BY key", article),
            row => visit(row.GetInt64(0), article, row.GetInt32(1))
        );

    /// <inheritdoc/>
    public void ReadTerms(TermsVisitor visit) =>
        ReadAll(
            session.Prepare("SELECT passage, entries FROM passage_term ORDER BY passage"),
            row => visit(row.GetInt64(0), row.ReadBytes(1))
        );

    /// <inheritdoc/>
    public void ReadTerms(long from, long to, TermsVisitor visit) =>
        ReadAll(
            session.Prepare("SELECT passage, entries FROM passage_term WHERE passage BETWEEN $1 AND $2 ORDER BY passage", from, to),
            row => visit(row.GetInt64(0), row.ReadBytes(1))
        );

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, int> FindTerms(IReadOnlyCollection<string> stems)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        ReadAll(
            session.Prepare($"SELECT t.stem, t.number FROM {session.Each("$1")} j JOIN term t ON t.stem = j.value", JsonList.Of(stems)),
            row => numbers[row.GetString(0)] = row.GetInt32(1)
        );
        return numbers;
    }

    /// <inheritdoc/>
    public void ReadBlocks(int term, long blocks, BlockVisitor visit)
    {
        if (blocks > 0)
        {
            ReadAll(
                session.Prepare("SELECT block, entries FROM word_block WHERE term = $1 AND block < $2 ORDER BY block", term, blocks),
                row => visit(row.GetInt64(0), row.ReadBytes(1))
            );
        }
    }

    /// <inheritdoc/>
    public void ReadPeriods(PeriodVisitor visit) =>
        ReadAll(
            session.Prepare("SELECT passage, from_day, to_day FROM passage_period ORDER BY passage"),
            row => visit(row.GetInt64(0), Window(row, 1))
        );

    /// <inheritdoc/>
    public void ReadPeriods(long from, long to, PeriodVisitor visit) =>
        ReadAll(
            session.Prepare(
                "SELECT passage, from_day, to_day FROM passage_period WHERE passage BETWEEN $1 AND $2 ORDER BY passage",
                from,
                to
            ),
            row => visit(row.GetInt64(0), Window(row, 1))
        );

    /// <inheritdoc/>
    public void ReadVectors(long set, int most, VectorVisitor visit) =>
        ReadAll(
            session.Prepare("SELECT passage, scale, codes FROM passage_vector WHERE vector_set = $1 ORDER BY passage LIMIT $2", set, most),
            row => visit(row.GetInt64(0), row.GetFloat(1), Codes(row, 2))
        );

    /// <inheritdoc/>
    public void ReadVectors(long set, long from, long to, VectorVisitor visit) =>
        ReadAll(
            session.Prepare(
                "SELECT passage, scale, codes FROM passage_vector WHERE vector_set = $1 AND passage BETWEEN $2 AND $3 ORDER BY passage",
                set,
                from,
                to
            ),
            row => visit(row.GetInt64(0), row.GetFloat(1), Codes(row, 2))
        );

    /// <inheritdoc/>
    public bool ReadVector(long set, long key, VectorVisitor visit) =>
        ReadAll(
            session.Prepare("SELECT scale, codes FROM passage_vector WHERE vector_set = $1 AND passage = $2", set, key),
            row => visit(key, row.GetFloat(0), Codes(row, 1))
        );

    private static bool ReadAll(DbCommand query, Action<DbDataReader> visit)
    {
        using var reader = query.ExecuteReader();
        bool any = false;
        while (reader.Read())
        {
            visit(reader);
            any = true;
        }

        return any;
    }

    private ReadOnlySpan<sbyte> Codes(DbDataReader row, int column)
    {
        int length = (int)row.GetBytes(column, 0, _codes, 0, _codes.Length);
        return MemoryMarshal.Cast<byte, sbyte>(_codes.AsSpan(0, length));
    }

    private static TimeWindow Window(DbDataReader row, int column) =>
        new(DateOnly.FromDayNumber(row.GetInt32(column)), DateOnly.FromDayNumber(row.GetInt32(column + 1)));
}
