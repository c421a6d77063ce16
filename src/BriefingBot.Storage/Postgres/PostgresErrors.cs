using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using BriefingBot.Core.Retrieval.Store;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>Says in one line what a database error means for the person who runs the bot.</summary>
internal static class PostgresErrors
{
    /// <summary>The exception for what the driver or the server reported.</summary>
    public static StoreException Explain(DbException exception, string name) =>
        new(
            exception is PostgresException server ? Explain(server, name) : Explain(exception.InnerException ?? exception, name),
            exception
        );

    private static string Explain(PostgresException exception, string name) =>
        exception.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"The store {name} refuses the login: check user name and password in Storage:ConnectionString, and pg_hba.conf "
                    + "of the server.",
            PostgresErrorCodes.InvalidCatalogName =>
                $"There is no such database ({name}): make it (CREATE DATABASE ...), or correct Storage:ConnectionString.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"The user of the store {name} may not do this ({exception.MessageText}): grant it the rights on the schema (GRANT ALL ON "
                    + "SCHEMA ... TO ...), or make it the owner of the database.",
            PostgresErrorCodes.DiskFull => $"No room left on the disk of the store {name}: free some, then run again; what was stored "
                + "before is kept.",
            PostgresErrorCodes.TooManyConnections =>
                $"The server of the store {name} accepts no more connections: raise its max_connections, or lower Maximum Pool Size in "
                    + "Storage:ConnectionString.",
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
                $"The server of the store {name} is stopping or starting: what was not committed is done again when it is back.",
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                $"The store {name} can be read but not written: name the primary server in Storage:ConnectionString.",
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction =>
                $"The store {name} is not as this program left it ({exception.MessageText}): restore it from a backup.",
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
                $"The store {name} is damaged ({exception.MessageText}): restore it from a backup.",
            PostgresErrorCodes.QueryCanceled => $"The store {name} took too long and was interrupted: run again.",
            _ => $"The store {name} failed: {exception.MessageText} ({exception.SqlState})",
        };

    private static string Explain(Exception exception, string name) =>
        exception switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                $"The host name of the server of the store {name} does not resolve: correct Host in Storage:ConnectionString.",
            SocketException or TimeoutException =>
                $"The server of the store {name} cannot be reached ({exception.Message}): check that it runs, and Host and Port in "
                    + "Storage:ConnectionString.",
            AuthenticationException =>
                $"The server of the store {name} showed a certificate that is not trusted ({exception.Message}): name its authority with "
                    + "Root Certificate in Storage:ConnectionString.",
            IOException =>
                $"The connection to the store {name} broke ({exception.Message}): what was not committed is done again when it is back.",
            _ when exception.Message.Contains("SSL", StringComparison.Ordinal) =>
                $"The server of the store {name} does not speak TLS, which SSL Mode requires: turn it on there, or change SSL Mode in "
                    + "Storage:ConnectionString.",
            _ when exception.Message.Contains("No password has been provided", StringComparison.Ordinal) =>
                $"The store {name} asks for a password: set Password in Storage:ConnectionString, or PGPASSWORD.",
            _ => $"The store {name} failed: {exception.Message}",
        };
}
