namespace BriefingBot.TestServers.Postgres;

/// <summary>The server on its own, for a bot to be tried by hand; gone when this process ends.</summary>
internal static class PostgresProgram
{
    public static async Task RunAsync(int port)
    {
        using var host = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true }).Build();
        PostgresServerOptions options = new() { Port = port == 0 ? null : port };
        await using var server = await PostgresServer.StartAsync(options, CancellationToken.None);
        Console.WriteLine(await server.CreateDatabaseAsync(CancellationToken.None));
        await host.RunAsync();
    }
}
