using System.Data.Common;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Moving;

/// <summary>Reads the rows of a table in the order of their bytes' keys, which both engines agree on.</summary>
/// <param name="session">In a transaction that reads.</param>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns as this engine has them, in the order in which values are given.</param>
internal sealed class TableReader(SqlSession session, MovedTable table, IReadOnlyList<TableColumn> columns)
{
    private readonly TableColumn[] _key = [.. table.Key.Select(name => columns.Single(column => column.Name == name))];

    /// <summary>The columns of the table, by their names, so that those of two engines are in the same order.</summary>
    public static IReadOnlyList<TableColumn> ReadColumns(SqlSession session, MovedTable table) =>
        [.. session.ReadColumns(table.Name).OrderBy(static column => column.Name, StringComparer.Ordinal)];

    /// <summary>How many rows there are.</summary>
    public long Count() => session.ReadLong($"SELECT count(*) FROM {table.Name}");

    /// <summary>The key of the last row; null when there is none.</summary>
    public object?[]? ReadLastKey()
    {
        using var row = session
            .Prepare($"SELECT {string.Join(", ", _key.Select(Quoted))} FROM {table.Name} ORDER BY {Order(" DESC")} LIMIT 1")
            .ExecuteReader();
        return row.Read() ? [.. _key.Select((column, i) => column.Read(row, i))] : null;
    }

    /// <summary>The rows after a key; all of them after null. Nothing else may be asked of the session meanwhile.</summary>
    public IEnumerable<object?[]> ReadAfter(object?[]? key)
    {
        string after =
            key is null ? ""
            : _key.Length == 1 ? $"WHERE {Ordered(_key[0])} > $1"
            : $"WHERE ({string.Join(", ", _key.Select(Ordered))}) > ({string.Join(", ", _key.Select((_, i) => $"${i + 1}"))})";
        using DbDataReader row = session
            .Prepare($"SELECT {string.Join(", ", columns.Select(Quoted))} FROM {table.Name} {after} ORDER BY {Order("")}", key ?? [])
            .ExecuteReader();
        while (row.Read())
        {
            var values = new object?[columns.Count];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = columns[i].Read(row, i);
            }

            yield return values;
        }
    }

    private string Order(string direction) => string.Join(", ", _key.Select(column => Ordered(column) + direction));

    private string Ordered(TableColumn column) =>
        column.Kind == ColumnKind.Text ? $"{column.Quoted} COLLATE {session.ByteOrder}" : column.Quoted;

    private static string Quoted(TableColumn column) => column.Quoted;
}
