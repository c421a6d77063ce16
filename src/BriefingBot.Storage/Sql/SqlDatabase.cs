using System.Data.Common;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Feeding;

namespace BriefingBot.Storage.Sql;

/// <summary>A database of either engine: its sessions, and what its errors mean. Thread-safe once it is open.</summary>
internal abstract class SqlDatabase : IDisposable
{
    /// <summary>What messages call it; no secrets.</summary>
    public abstract string Name { get; }

    /// <summary>True when nothing can be changed.</summary>
    public abstract bool IsReadOnly { get; }

    /// <summary>A session for one operation that reads; give it back with <see cref="Return"/>.</summary>
    public abstract SqlSession Rent();

    /// <summary>A session that may write, for one caller alone who has the database to itself; it is closed with the database.</summary>
    public abstract SqlSession RentWriter();

    /// <summary>Takes a session back.</summary>
    public abstract void Return(SqlSession session);

    /// <summary>Feeds searches from a session.</summary>
    public abstract IPassageFeed Feed(SqlSession session, EncoderIdentity encoder);

    /// <summary>Is it an error of this engine?</summary>
    public abstract bool IsOwn(DbException exception);

    /// <summary>Says in one line what an error means for the person who runs the bot.</summary>
    public abstract StoreException Explain(DbException exception);

    /// <summary>Reads with a session of its own.</summary>
    /// <exception cref="StoreException">The database failed.</exception>
    public T Read<T>(Func<SqlSession, T> read) =>
        Guard(() =>
        {
            var session = Rent();
            try
            {
                return read(session);
            }
            finally
            {
                Return(session);
            }
        });

    /// <summary>Does something whose failures are explained.</summary>
    /// <exception cref="StoreException">The database failed.</exception>
    public T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DbException exception) when (IsOwn(exception))
        {
            throw Explain(exception);
        }
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
