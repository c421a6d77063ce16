using System.Data.Common;

namespace BriefingBot.Storage.Sql;

/// <summary>One connection to a database of either engine. Used by one caller at a time.</summary>
/// <remarks>
/// The statements are written in what both engines read alike: parameters are <c>$1</c>, <c>$2</c>..., flags are 0 and 1, nulls are
/// ordered by name.
/// </remarks>
internal abstract class SqlSession : IDisposable
{
    /// <summary>
    /// The statement with its parameters set. A reader over it must be closed before anything else is asked of the session.
    /// </summary>
    public abstract DbCommand Prepare(string sql, params ReadOnlySpan<object?> values);

    /// <summary>What a statement reads from to get the items of a JSON list, a row each in the column <c>value</c>, as text.</summary>
    /// <param name="list">The parameter that holds the list.</param>
    public abstract string Each(string list);

    /// <summary>
    /// Ends a query whose rows are changed by the same statement, so that each is given to one process only and nobody waits.
    /// </summary>
    public abstract string LockingFree { get; }

    /// <summary>All statements until the end see one state of the store.</summary>
    public abstract SqlTransaction BeginRead();

    /// <summary>Starts a change; what is not committed is rolled back.</summary>
    /// <param name="turn">What only one process may change at a time.</param>
    public abstract SqlTransaction BeginWrite(WriteTurn turn = WriteTurn.None);

    /// <summary>
    /// The greatest key that a passage was given; 0 before the first. Inside <see cref="WriteTurn.Coverage"/> it is final.
    /// </summary>
    public long ReadLastPassageKey() => ReadLastNumber("passage", "key");

    /// <summary>The greatest number that a table has given to a row, of those that are gone too; 0 before the first.</summary>
    public abstract long ReadLastNumber(string table, string column);

    /// <summary>Takes numbers that rows are then added with, inside <see cref="WriteTurn.Coverage"/>.</summary>
    /// <returns>The first of them; the others follow it.</returns>
    public abstract long TakeNumbers(string table, string column, int count);

    /// <summary>Has a table give greater numbers from now on.</summary>
    public abstract void SetLastNumber(string table, string column, long number);

    /// <summary>The collation that orders texts by their bytes.</summary>
    public abstract string ByteOrder { get; }

    /// <summary>The columns of a table.</summary>
    public abstract IReadOnlyList<TableColumn> ReadColumns(string table);

    /// <summary>Adds rows within the running transaction, as fast as the engine can.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Of <see cref="ReadColumns"/>.</param>
    /// <param name="rows">A value a column: a long, a float, a text, bytes or null.</param>
    public abstract void InsertRows(string table, IReadOnlyList<TableColumn> columns, IEnumerable<object?[]> rows);

    /// <summary>References are checked when the running transaction is committed.</summary>
    public abstract void CheckReferencesLate();

    /// <summary>How many steps of the schema were done.</summary>
    public abstract int ReadSchemaVersion();

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; 0 when there is none, or NULL.</summary>
    public long ReadLong(string sql, params ReadOnlySpan<object?> values) =>
        Prepare(sql, values).ExecuteScalar() switch
        {
            long value => value,
            int value => value,
            bool value => value ? 1 : 0,
            _ => 0,
        };

    /// <summary>The first column of the first row; null when there is none, or NULL.</summary>
    public string? ReadText(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() as string;

    /// <inheritdoc/>
    public abstract void Dispose();
}
