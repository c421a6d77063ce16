using System.Diagnostics;
using System.Globalization;
using BriefingBot.TestServers.Node;
using Npgsql;

namespace BriefingBot.TestServers.Postgres;

/// <summary>
/// PostgreSQL with pgvector in WebAssembly, one database in memory, for machines whose distribution has no pgvector. All connections share
/// one session: it takes no settings of a connection, no named statements and no statements of several connections at once, which the
/// connection string keeps from it.
/// </summary>
public sealed class PgliteServer : IAsyncDisposable
{
    private const string Purpose = "NOT CHECKED with pgvector";

    private readonly Process _process;
    private readonly int _port;

    private PgliteServer(Process process, int port) => (_process, _port) = (process, port);

    /// <summary>For its only user.</summary>
    public string ConnectionString =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;SSL Mode=Disable;Max Auto Prepare=0;No Reset On Close=true;"
        + "Maximum Pool Size=1;Timeout=60";

    /// <summary>Starts it on a free port; the calling test is skipped where Node.js is missing.</summary>
    public static async Task<PgliteServer> StartAsync(CancellationToken cancellationToken)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Postgres", "Pglite");
        await NpmFolder.InstallAsync(folder, Purpose, cancellationToken);
        ProcessStartInfo start = new("node", "serve.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = NpmFolder.Start(start, Purpose);
        string? told = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return new PgliteServer(process, int.Parse(told ?? "", CultureInfo.InvariantCulture));
    }

    /// <summary>Makes it as new: everything is dropped, the extension too.</summary>
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = new(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = new("DROP SCHEMA public CASCADE; CREATE SCHEMA public", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
