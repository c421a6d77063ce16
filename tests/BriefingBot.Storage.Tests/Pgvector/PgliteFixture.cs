using BriefingBot.TestServers.Postgres;

namespace BriefingBot.Storage.Tests.Pgvector;

/// <summary>One server for the tests that share it, one after the other, each of which finds it as new.</summary>
public sealed class PgliteFixture : IAsyncDisposable
{
    private PgliteServer? _server;

    /// <summary>An empty database.</summary>
    public async Task<string> GetEmptyAsync(CancellationToken cancellationToken)
    {
        _server ??= await PgliteServer.StartAsync(cancellationToken);
        await _server.EmptyAsync(cancellationToken);
        return _server.ConnectionString;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
