using Npgsql;

namespace BriefingBot.TestServers.Postgres;

/// <summary>
/// A real PostgreSQL on the loopback address, with a cluster of its own in a temporary folder, for 200 connections, with <c>fsync</c> on.
/// It is gone with this process, however that ends. Starting and stopping is for one caller at a time, the rest is thread-safe.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The name of the superuser.</summary>
    public const string Superuser = "postgres";

    private const string Host = "127.0.0.1";
    private const int PortTries = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<Task<PostgresServer>> Shared = new(static () => StartSharedAsync(CancellationToken.None));

    private readonly PostgresBinaries _binaries;
    private readonly PostgresServerOptions _options;
    private readonly PostgresHome _home;
    private readonly PostgresLog _log = new();
    private PostgresProcess? _process;
    private bool _isShared;
    private int _databases;

    private PostgresServer(PostgresBinaries binaries, PostgresServerOptions options, PostgresHome home)
    {
        _binaries = binaries;
        _options = options;
        _home = home;
    }

    /// <summary>The port, which it keeps when it is started again.</summary>
    public int Port { get; private set; }

    /// <summary>For the superuser, to the database <c>postgres</c>.</summary>
    public string ConnectionString => ConnectionTo("postgres").ConnectionString;

    /// <summary>The last lines of its log.</summary>
    public IReadOnlyList<string> Log => _log.Lines;

    /// <summary>
    /// The one server of this process, started by who asks first. Disposing it does nothing, and whoever stops or kills it does so to all:
    /// start another for that. The calling test is skipped where no PostgreSQL is installed.
    /// </summary>
    public static async Task<PostgresServer> SharedAsync(CancellationToken cancellationToken)
    {
        await PostgresRequirement.RequireAsync(cancellationToken);
        return await Shared.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Starts a server with the usual settings; the calling test is skipped where no PostgreSQL is installed.</summary>
    public static Task<PostgresServer> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(new PostgresServerOptions(), cancellationToken);

    /// <summary>Starts a server; the calling test is skipped where no PostgreSQL is installed.</summary>
    public static async Task<PostgresServer> StartAsync(PostgresServerOptions options, CancellationToken cancellationToken)
    {
        var binaries = await PostgresRequirement.RequireAsync(cancellationToken);
        PostgresServer server = new(binaries, options, await PostgresHome.OpenAsync(cancellationToken));
        try
        {
            await server._home.MakeClusterAsync(binaries, Superuser, cancellationToken);
            for (int i = 0; i < (options.Port is null ? PortTries : 1); i++)
            {
                server.Port = options.Port ?? FreePort.Find();
                if (await server.TryRunAsync(cancellationToken))
                {
                    return server;
                }
            }

            throw new InvalidOperationException($"No port was free for PostgreSQL:\n{server._log}");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database of a name of its own and gives the superuser's connection string to it.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        string name = $"test_{Interlocked.Increment(ref _databases)}";
        // template0 is nobody's: two that copy template1 at once, or one that looks into it, get in each other's way.
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0", cancellationToken);
        return ConnectionTo(name).ConnectionString;
    }

    /// <summary>Removes a database with the connections to it. It goes with the cluster anyway: this saves disk space.</summary>
    public async Task DropDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using (NpgsqlConnection pooled = new(connectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await ExecuteAsync(
            $"DROP DATABASE {Quote(new NpgsqlConnectionStringBuilder(connectionString).Database!)} WITH (FORCE)",
            cancellationToken
        );
    }

    /// <summary>Makes a user who may log in and nothing else.</summary>
    public Task CreateRoleAsync(string name, string password, CancellationToken cancellationToken) =>
        ExecuteAsync(
            $"CREATE ROLE {Quote(name)} LOGIN PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'",
            cancellationToken
        );

    /// <summary>Stops it in order, with its clients cut off (SIGINT, "fast").</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        EndAsync(static (process, token) => process.StopAsync(token), cancellationToken);

    /// <summary>Kills the postmaster and all of its children, as a machine does that fails.</summary>
    public Task KillAsync(CancellationToken cancellationToken) =>
        EndAsync(static (process, token) => process.KillAsync(token), cancellationToken);

    /// <summary>Starts it again on its port and data; one that runs is stopped first.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        if (!await TryRunAsync(cancellationToken))
        {
            throw new InvalidOperationException($"Somebody took port {Port} while PostgreSQL was stopped:\n{_log}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isShared)
        {
            return;
        }

        await _home.DisposeAsync();
        if (_process is not null)
        {
            await _process.Ended;
            _process.Dispose();
            _process = null;
        }
    }

    private static string Quote(string identifier)
    {
        using NpgsqlCommandBuilder builder = new();
        return builder.QuoteIdentifier(identifier);
    }

    private static async Task<PostgresServer> StartSharedAsync(CancellationToken cancellationToken)
    {
        var server = await StartAsync(cancellationToken);
        server._isShared = true;
        return server;
    }

    private async Task<bool> TryRunAsync(CancellationToken cancellationToken)
    {
        string[] settings =
        [
            $"listen_addresses={Host}",
            $"port={Port}",
            "unix_socket_directories=",
            "max_connections=200",
            "logging_collector=off",
            "log_destination=stderr",
            // In the data folder, where a killed server leaves nothing that is not removed with it.
            "dynamic_shared_memory_type=mmap",
            .. _options.Settings.Select(static setting => $"{setting.Key}={setting.Value}"),
        ];
        _process = PostgresProcess.Start(_binaries, _home.Data, settings, _log);
        await _home.WatchAsync(_process.Id, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (await _process.WaitUntilReadyAsync(patience.Token))
            {
                return true;
            }
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"PostgreSQL did not become ready within {Patience}:\n{_log}", error);
        }

        await StopAsync(cancellationToken);
        return false;
    }

    private async Task EndAsync(Func<PostgresProcess, CancellationToken, Task> end, CancellationToken cancellationToken)
    {
        if (_process is null)
        {
            return;
        }

        await end(_process, cancellationToken);
        await _home.WatchAsync(null, cancellationToken);
        _process.Dispose();
        _process = null;
    }

    private NpgsqlConnectionStringBuilder ConnectionTo(string database) =>
        new()
        {
            Host = Host,
            Port = Port,
            Username = Superuser,
            Password = _home.Password,
            Database = database,
        };

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        var unpooled = ConnectionTo("postgres");
        unpooled.Pooling = false;
        await using NpgsqlConnection connection = new(unpooled.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
