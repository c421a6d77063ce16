using System.Data.Common;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;
using Npgsql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>The extension <c>vector</c> of a database.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Schema">The schema that holds its types, quoted.</param>
internal sealed record PgvectorExtension(string Version, string Schema)
{
    /// <summary>The first with searches that go on until enough rows pass a filter (<c>ivfflat.iterative_scan</c>).</summary>
    private static readonly Version Least = new(0, 8);

    /// <summary>Finds it, or makes it where the server has it.</summary>
    /// <param name="session">Outside of a transaction.</param>
    /// <param name="store">What messages call the store.</param>
    /// <exception cref="StoreException">It is missing, too old, or may not be made.</exception>
    public static PgvectorExtension Require(SqlSession session, string store)
    {
        var found = Find(session) ?? Make(session, store);
        return System.Version.TryParse(found.Version, out var version) && version < Least
            ? throw new StoreException(
                $"The extension vector of the store {store} is version {found.Version}, and Search:Vectors = Pgvector needs {Least} or "
                    + "later: install it on the server, then run ALTER EXTENSION vector UPDATE in the database."
            )
            : found;
    }

    private static PgvectorExtension? Find(SqlSession session)
    {
        using var row = session
            .Prepare("SELECT extversion, quote_ident(extnamespace::regnamespace::text) FROM pg_extension WHERE extname = 'vector'")
            .ExecuteReader();
        return row.Read() ? new PgvectorExtension(row.GetString(0), row.GetString(1)) : null;
    }

    private static PgvectorExtension Make(SqlSession session, string store)
    {
        if (session.ReadText("SELECT default_version FROM pg_available_extensions WHERE name = 'vector'") is null)
        {
            throw new StoreException(
                $"Search:Vectors is Pgvector, but the server of the store {store} does not have the extension vector: install it there "
                    + "(pgvector, version 0.8 or later), or set Search:Vectors to Memory."
            );
        }

        try
        {
            using var turn = session.BeginWrite(WriteTurn.Search);
            session.Execute("CREATE EXTENSION IF NOT EXISTS vector");
            turn.Commit();
        }
        catch (DbException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StoreException(
                $"The user of the store {store} may not create the extension vector that Search:Vectors = Pgvector needs: have an "
                    + "administrator run CREATE EXTENSION vector in the database.",
                exception
            );
        }

        return Find(session)!;
    }
}
