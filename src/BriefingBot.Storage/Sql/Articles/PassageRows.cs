using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Search.Vectors;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Adds what is stored of new passages, a table at a time.</summary>
internal static class PassageRows
{
    private static readonly TableColumn[] Columns =
    [
        new("key", ColumnKind.LongInteger),
        new("article", ColumnKind.LongInteger),
        new("revision", ColumnKind.LongInteger),
        new("ordinal", ColumnKind.Integer),
        new("kind", ColumnKind.Integer),
        new("start", ColumnKind.Integer),
        new("end", ColumnKind.Integer),
        new("words", ColumnKind.Integer),
        new("is_current", ColumnKind.Integer),
        new("planted", ColumnKind.Text),
    ];

    private static readonly TableColumn[] VectorColumns =
    [
        new("vector_set", ColumnKind.LongInteger),
        new("passage", ColumnKind.LongInteger),
        new("scale", ColumnKind.Real),
        new("codes", ColumnKind.Bytes),
    ];

    private static readonly TableColumn[] PeriodColumns =
    [
        new("passage", ColumnKind.LongInteger),
        new("from_day", ColumnKind.Integer),
        new("to_day", ColumnKind.Integer),
    ];

    /// <summary>The passages themselves, as current ones.</summary>
    public static void Insert(
        SqlSession session,
        long article,
        long revision,
        IReadOnlyList<(long Key, Passage Passage, int Words, string Planted)> passages
    ) =>
        session.InsertRows(
            "passage",
            Columns,
            passages.Select(row =>
                new object?[]
                {
                    row.Key,
                    article,
                    revision,
                    (long)row.Passage.Ordinal,
                    (long)row.Passage.Kind,
                    (long)row.Passage.Start,
                    (long)row.Passage.End,
                    (long)row.Words,
                    1L,
                    row.Planted,
                }
            )
        );

    /// <summary>Their vectors in a set.</summary>
    public static void InsertVectors(SqlSession session, long set, IReadOnlyList<(long Key, ReadOnlyMemory<float> Vector)> vectors) =>
        session.InsertRows("passage_vector", VectorColumns, vectors.Select(row => Row(set, row.Key, row.Vector.Span)));

    /// <summary>The periods that they name.</summary>
    public static void InsertPeriods(SqlSession session, IReadOnlyList<(long Key, IReadOnlyList<TimeWindow> Periods)> passages)
    {
        object?[][] rows =
        [
            .. passages.SelectMany(passage =>
                passage
                    .Periods.Distinct()
                    .Select(period => new object?[] { passage.Key, (long)period.From.DayNumber, (long)period.To.DayNumber })
            ),
        ];
        if (rows.Length > 0)
        {
            session.InsertRows("passage_period", PeriodColumns, rows);
        }
    }

    private static object?[] Row(long set, long key, ReadOnlySpan<float> vector)
    {
        var codes = new sbyte[vector.Length];
        float scale = QuantizedVector.Quantize(vector, codes);
        return [set, key, scale, scale == 0 ? [] : MemoryMarshal.AsBytes<sbyte>(codes).ToArray()];
    }
}
