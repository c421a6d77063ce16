using System.Data.Common;
using System.Globalization;
using BriefingBot.Core.Retrieval.Store;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>Where a database is and how it is logged in to, put together from the settings, a file and the environment.</summary>
internal static class PostgresAddress
{
    private const string Example = "such as \"Host=localhost;Database=briefingbot;Username=bot;Password=...\"";

    private static readonly NpgsqlConnectionStringBuilder Unset = [];

    /// <summary>Reads it, with what the store relies on set where nobody said otherwise.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="environment">Gives variables of the environment.</param>
    /// <exception cref="StoreException">Something is missing or cannot be read; the message never holds the string.</exception>
    public static NpgsqlConnectionStringBuilder Read(PostgresStoreOptions options, Func<string, string?> environment)
    {
        var builder = Parse(ReadText(options));

        // What the text says itself: the driver's builder does not tell a default from the same value that somebody wrote.
        DbConnectionStringBuilder written = new() { ConnectionString = builder.ConnectionString };
        builder.Host ??= environment("PGHOST");
        builder.Database ??= environment("PGDATABASE");
        builder.Username ??= environment("PGUSER");
        if (builder.Port == Unset.Port && int.TryParse(environment("PGPORT"), CultureInfo.InvariantCulture, out int port))
        {
            builder.Port = port;
        }

        if (string.IsNullOrEmpty(builder.Host))
        {
            throw new StoreException(
                $"Storage:Provider is Postgres, but no server is named: set Storage:ConnectionString, {Example}, or PGHOST."
            );
        }

        SetDefault(builder, written, "Application Name", "BriefingBot");

        // The statements of the store are few and always the same.
        SetDefault(builder, written, "Max Auto Prepare", 256);
        SetDefault(builder, written, "Auto Prepare Min Usages", 2);
        SetDefault(builder, written, "No Reset On Close", true);
        SetDefault(builder, written, "Timeout", 5);
        SetDefault(builder, written, "Command Timeout", 30);
        SetDefault(builder, written, "Keepalive", 10);
        builder.PersistSecurityInfo = false;
        builder.IncludeErrorDetail = false;
        return builder;
    }

    /// <summary>What messages call a database: host, port and name.</summary>
    public static string NameOf(NpgsqlConnectionStringBuilder builder) =>
        $"{builder.Database ?? builder.Username} on {builder.Host}:{builder.Port}";

    private static string ReadText(PostgresStoreOptions options)
    {
        if (options.ConnectionStringFile is not { Length: > 0 } file)
        {
            return options.ConnectionString ?? "";
        }

        if (!string.IsNullOrEmpty(options.ConnectionString))
        {
            throw new StoreException(
                "Storage:ConnectionString and Storage:ConnectionStringFile are both set: leave one out, so that it is clear which "
                    + "one applies."
            );
        }

        try
        {
            return File.ReadLines(file).FirstOrDefault()?.Trim() ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"Storage:ConnectionStringFile names '{file}', which cannot be read ({exception.Message}): check the path and its "
                    + "permissions.",
                exception
            );
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        if (
            text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new StoreException(
                $"The connection string of the store is an address; write it as a list of names and values, {Example}."
            );
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
#pragma warning disable MA0054 // The message of the error may quote the string, password and all.
            throw new StoreException($"The connection string of the store cannot be read: write names and values, {Example}.");
#pragma warning restore MA0054
        }
    }

    private static void SetDefault(NpgsqlConnectionStringBuilder builder, DbConnectionStringBuilder written, string name, object value)
    {
        if (!written.ContainsKey(name))
        {
            builder[name] = value;
        }
    }
}
