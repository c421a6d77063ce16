using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Moving;

/// <summary>
/// Copies a store into an empty database of either engine, table by table in the order of their keys, so that an interrupted copy goes on
/// after the last row. At the end every table is read again on both sides and compared; only then is the copy a store.
/// </summary>
/// <param name="source">Open. Read in one transaction; nobody should write into it meanwhile.</param>
/// <param name="target">Open, of the same schema.</param>
internal sealed class StoreMover(SqlDatabase source, SqlDatabase target)
{
    private const int RowsAtATime = 2_000;

    /// <summary>Copies.</summary>
    /// <param name="progress">Told which share is done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Ends it; what was written stays for the next run.</param>
    /// <exception cref="StoreException">The target holds something, or differs from the source in the end.</exception>
    public StoreMove Run(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var from = source.Rent();
        try
        {
            return target.Guard(() => source.Guard(() => Run(from, target.RentWriter(), progress, cancellationToken)));
        }
        finally
        {
            source.Return(from);
        }
    }

    private StoreMove Run(SqlSession from, SqlSession to, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var reading = from.BeginRead();
        UnfinishedCopy.Refuse(from, source.Name);
        if (from.ReadLong("SELECT value FROM meta WHERE name = 'words_missing_from'") >= 0)
        {
            throw new StoreException($"The store {source.Name} is in the middle of its upgrade: start the bot on it once, then copy it.");
        }

        Mark(to);
        Share share = new(MovedTables.All.Sum(table => 2 * Read(from, table).Count()), progress);
        long copied = MovedTables.All.Sum(table => Copy(from, to, table, share, cancellationToken));
        long rows = MovedTables.All.Sum(table => Compare(from, to, table, share, cancellationToken));
        Finish(from, to);
        return new StoreMove(
            source.Name,
            target.Name,
            rows,
            copied,
            to.ReadLong("SELECT count(*) FROM article WHERE is_current = 1"),
            to.ReadLong("SELECT count(*) FROM passage WHERE is_current = 1"),
            to.ReadLong("SELECT count(*) FROM chat_question")
        );
    }

    private void Mark(SqlSession to)
    {
        if (UnfinishedCopy.IsMarked(to))
        {
            return;
        }

        if (MovedTables.All.FirstOrDefault(table => Read(to, table).Count() > 0) is { } table)
        {
            throw new StoreException(
                $"The store {target.Name} holds something already (in '{table.Name}') and was left as it is: name an empty database, "
                    + "or a file that is not there."
            );
        }

        to.Execute("INSERT INTO meta (name, value) VALUES ('copying', 1)");
    }

    private static long Copy(SqlSession from, SqlSession to, MovedTable table, Share share, CancellationToken cancellationToken)
    {
        var columns = TableReader.ReadColumns(to, table);
        object?[]? last = Read(to, table).ReadLastKey();
        share.Add(last is null ? 0 : Read(to, table).Count());
        long copied = 0;
        foreach (var rows in Read(from, table).ReadAfter(last).Chunk(table.RefersToItself ? int.MaxValue : RowsAtATime))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var transaction = to.BeginWrite();
            to.CheckReferencesLate();
            to.InsertRows(table.Name, columns, rows);
            transaction.Commit();
            copied += rows.Length;
            share.Add(rows.Length);
        }

        return copied;
    }

    private long Compare(SqlSession from, SqlSession to, MovedTable table, Share share, CancellationToken cancellationToken)
    {
        long rows = 0;
        string[] digests =
        [
            .. new[] { from, to }.Select(session =>
            {
                using RowDigest digest = new();
                foreach (var row in Read(session, table).ReadAfter(null))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    digest.Add(row);
                }

                rows = digest.Rows;
                return $"{digest.Rows} {digest.Finish()}";
            }),
        ];
        share.Add(rows);
        return digests[0] == digests[1]
            ? rows
            : throw new StoreException(
                $"'{table.Name}' is not the same in {source.Name} and {target.Name}: the store was changed while it was copied. Stop the "
                    + $"bot, empty {target.Name}, and copy again."
            );
    }

    private static void Finish(SqlSession from, SqlSession to)
    {
        List<(string Name, long Value)> counters = [];
        using (var row = from.Prepare("SELECT name, value FROM meta").ExecuteReader())
        {
            while (row.Read())
            {
                counters.Add((row.GetString(0), row.GetInt64(1)));
            }
        }

        using var transaction = to.BeginWrite(WriteTurn.Coverage);
        to.Execute("DELETE FROM meta");
        foreach (var (name, value) in counters)
        {
            to.Execute("INSERT INTO meta (name, value) VALUES ($1, $2)", name, value);
        }

        foreach (var table in MovedTables.All.Where(static table => table.IsNumbered))
        {
            to.SetLastNumber(table.Name, table.Key[0], from.ReadLastNumber(table.Name, table.Key[0]));
        }

        transaction.Commit();
    }

    private static TableReader Read(SqlSession session, MovedTable table) => new(session, table, TableReader.ReadColumns(session, table));

    private sealed class Share(long all, IProgress<double>? progress)
    {
        private long _done;

        public void Add(long rows)
        {
            _done += rows;
            progress?.Report(all == 0 ? 1 : Math.Min(1, (double)_done / all));
        }
    }
}
