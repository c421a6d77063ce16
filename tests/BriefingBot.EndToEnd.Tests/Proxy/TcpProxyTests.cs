using System.Net.Sockets;
using System.Text;
using BriefingBot.TestServers.Postgres;
using BriefingBot.TestServers.Proxy;
using Npgsql;

namespace BriefingBot.EndToEnd.Tests.Proxy;

/// <summary>The network that tests cut.</summary>
public sealed class TcpProxyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_passes_both_ways_and_is_counted()
    {
        await using EchoServer server = new();
        await using var proxy = TcpProxy.Start(server.Port);
        using var client = await ConnectAsync(proxy);
        byte[] sent = new byte[1_000_000];
        new Random(1).NextBytes(sent);
        byte[] received = new byte[sent.Length];

        var sending = client.GetStream().WriteAsync(sent, Cancel);
        await client.GetStream().ReadExactlyAsync(received, Cancel);
        await sending;

        Assert.Equal(sent, received);
        Assert.Equal(sent.Length, proxy.BytesToServer);
        Assert.Equal(sent.Length, proxy.BytesToClients);
        Assert.Equal((1, 1), (proxy.AcceptedConnections, proxy.OpenConnections));
    }

    [Fact]
    public async Task The_end_of_one_direction_passes_and_the_other_goes_on()
    {
        await using EchoServer server = new();
        await using var proxy = TcpProxy.Start(server.Port);
        using var client = await ConnectAsync(proxy);

        using StreamReader reader = new(client.GetStream());

        await reader.BaseStream.WriteAsync("last words"u8.ToArray(), Cancel);
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal("last words", await reader.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task A_broken_network_resets_what_is_open_and_what_comes_until_it_is_restored()
    {
        await using EchoServer server = new();
        await using var proxy = TcpProxy.Start(server.Port);
        using var before = await ConnectAsync(proxy);
        Assert.Equal("hello", await AskAsync(before, "hello"));

        await proxy.CutAsync(TcpCut.Break, Cancel);

        await AssertResetAsync(before);
        Assert.Equal(0, proxy.OpenConnections);
        await AssertNewIsResetAsync(proxy);
        proxy.Restore();
        using var after = await ConnectAsync(proxy);
        Assert.Equal("again", await AskAsync(after, "again"));
        Assert.Equal(2, proxy.AcceptedConnections);
    }

    [Fact]
    public async Task A_frozen_network_passes_no_byte_and_loses_none()
    {
        await using EchoServer server = new();
        await using var proxy = TcpProxy.Start(server.Port);
        using var before = await ConnectAsync(proxy);
        Assert.Equal("hello", await AskAsync(before, "hello"));

        await proxy.CutAsync(TcpCut.Freeze, Cancel);
        using var meanwhile = await ConnectAsync(proxy);
        var frozen = AskAsync(before, "frozen");
        var waiting = AskAsync(meanwhile, "waiting");

        // A byte that got through would be here before this one, which takes the way around.
        using TcpClient direct = new();
        await direct.ConnectAsync("127.0.0.1", server.Port, Cancel);
        Assert.Equal("direct", await AskAsync(direct, "direct"));
        Assert.False(frozen.IsCompleted);
        Assert.False(waiting.IsCompleted);
        Assert.Equal(5, proxy.BytesToServer);
        proxy.Restore();
        Assert.Equal("frozen", await frozen);
        Assert.Equal("waiting", await waiting);
    }

    [Fact]
    public async Task A_frozen_network_keeps_the_end_of_a_connection_to_itself()
    {
        await using EchoServer server = new();
        await using var proxy = TcpProxy.Start(server.Port);
        using var client = await ConnectAsync(proxy);
        Assert.Equal("hello", await AskAsync(client, "hello"));
        await proxy.CutAsync(TcpCut.Freeze, Cancel);

        var end = client.GetStream().ReadAsync(new byte[1], Cancel).AsTask();
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.False(end.IsCompleted);
        proxy.Restore();
        Assert.Equal(0, await end);
    }

    [Fact]
    public async Task What_is_frozen_can_be_broken()
    {
        await using EchoServer server = new();
        await using var proxy = TcpProxy.Start(server.Port);
        using var client = await ConnectAsync(proxy);
        Assert.Equal("hello", await AskAsync(client, "hello"));
        await proxy.CutAsync(TcpCut.Freeze, Cancel);

        await proxy.CutAsync(TcpCut.Break, Cancel);

        await AssertResetAsync(client);
        Assert.Equal(0, proxy.OpenConnections);
    }

    [Fact]
    public async Task Without_a_server_a_connection_is_reset()
    {
        EchoServer server = new();
        await using var proxy = TcpProxy.Start(server.Port);
        await server.DisposeAsync();

        await AssertNewIsResetAsync(proxy);
    }

    [Fact]
    public async Task A_client_of_PostgreSQL_waits_in_vain_on_a_frozen_network_and_fails_at_once_on_a_broken_one()
    {
        var server = await PostgresServer.SharedAsync(Cancel);
        await using var proxy = TcpProxy.Start(server.Port);
        NpgsqlConnectionStringBuilder through = new(server.ConnectionString)
        {
            Port = proxy.Address.Port,
            Pooling = false,
            CommandTimeout = 1,
            // Npgsql asks the server to cancel what takes too long, by a connection that waits in vain too.
            Timeout = 4,
            CancellationTimeout = -1,
        };
        await using NpgsqlConnection first = new(through.ConnectionString);
        await first.OpenAsync(Cancel);
        await using NpgsqlConnection second = new(through.ConnectionString);
        await second.OpenAsync(Cancel);

        await proxy.CutAsync(TcpCut.Freeze, Cancel);
        var vain = await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(first));
        Assert.IsType<TimeoutException>(vain.InnerException);

        await proxy.CutAsync(TcpCut.Break, Cancel);
        var gone = await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(second));
        Assert.IsType<IOException>(gone.InnerException);
        Assert.True(gone.IsTransient);
    }

    private static async Task<TcpClient> ConnectAsync(TcpProxy proxy)
    {
        TcpClient client = new();
        await client.ConnectAsync(proxy.Address, Cancel);
        return client;
    }

    private static async Task<string> AskAsync(TcpClient client, string words)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(words);
        await client.GetStream().WriteAsync(bytes, Cancel);
        await client.GetStream().ReadExactlyAsync(bytes, Cancel);
        return Encoding.UTF8.GetString(bytes);
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection)
    {
        await using NpgsqlCommand command = new("SELECT 1", connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    private static async Task AssertNewIsResetAsync(TcpProxy proxy)
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(proxy.Address, Cancel);
        }
        catch (SocketException error)
        {
            // The reset was faster than the client.
            Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
            return;
        }

        await AssertResetAsync(client);
    }

    private static async Task AssertResetAsync(TcpClient client)
    {
        var error = await Assert.ThrowsAsync<IOException>(async () => await client.GetStream().ReadExactlyAsync(new byte[1], Cancel));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
    }
}
