using BriefingBot.Storage.Sql;
using Npgsql;
using NpgsqlTypes;

namespace BriefingBot.Storage.Postgres;

/// <summary>A column of rows that are added by one statement, as the array that <c>unnest</c> makes rows of.</summary>
internal static class PostgresColumn
{
    /// <summary>The parameter.</summary>
    /// <param name="kind">Of the column.</param>
    /// <param name="values">A value a row: a long, a float, a text, bytes or null.</param>
    /// <exception cref="OverflowException">A number is too large for the column.</exception>
    public static NpgsqlParameter Of(ColumnKind kind, IReadOnlyList<object?> values) =>
        kind switch
        {
            ColumnKind.Integer => Make(
                NpgsqlDbType.Integer,
                values.Select(static v => v is long number ? checked((int)number) : (int?)null)
            ),
            ColumnKind.LongInteger => Make(NpgsqlDbType.Bigint, values.Select(static v => (long?)v)),
            ColumnKind.Real => Make(NpgsqlDbType.Real, values.Select(static v => (float?)v)),
            ColumnKind.Text => Make(NpgsqlDbType.Text, values.Select(static v => v is null ? null : (string)PostgresValue.Of(v))),
            _ => Make(NpgsqlDbType.Bytea, values.Select(static v => (byte[]?)v)),
        };

    private static NpgsqlParameter Make<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };
}
