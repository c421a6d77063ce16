using System.Data.Common;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Sql;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>A PostgreSQL database and its pool of connections. Thread-safe.</summary>
internal sealed class PostgresDatabase : SqlDatabase
{
    private int _locks;

    /// <summary>Connects to nothing yet.</summary>
    /// <exception cref="StoreException">The settings name no database.</exception>
    public PostgresDatabase(NpgsqlConnectionStringBuilder address)
    {
        Name = PostgresAddress.NameOf(address);
        NpgsqlDataSourceBuilder builder = new(address.ConnectionString);
        builder.UseVector();
        Source = builder.Build();
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool IsReadOnly => false;

    /// <summary>The pool.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>What changed, as far as this process was told.</summary>
    public ChangeCount Changes { get; } = new();

    /// <summary>Checks the server and the schema, and brings it forward.</summary>
    /// <returns>The schema version before; 0 for a new store.</returns>
    public int Open()
    {
        using var connection = Source.OpenConnection();
        PostgresSchema schema = new(Name);
        int before = schema.Migrate(connection);
        _locks = PostgresSchema.ReadLockClass(connection);
        return before;
    }

    /// <inheritdoc/>
    public override SqlSession Rent() => new PostgresSession(Source, _locks);

    /// <inheritdoc/>
    public override SqlSession RentWriter() => Rent();

    /// <inheritdoc/>
    public override void Return(SqlSession session) => session.Dispose();

    /// <inheritdoc/>
    public override IPassageFeed Feed(SqlSession session, EncoderIdentity encoder) => new PostgresPassageFeed(session, this, encoder);

    /// <inheritdoc/>
    public override bool IsOwn(DbException exception) => exception is NpgsqlException;

    /// <inheritdoc/>
    public override StoreException Explain(DbException exception) => PostgresErrors.Explain(exception, Name);

    /// <inheritdoc/>
    public override void Dispose() => Source.Dispose();
}
