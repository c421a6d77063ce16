using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;

[assembly: AssemblyFixture(typeof(SampleBot))]

namespace BriefingBot.EndToEnd.Tests.Bot;

/// <summary>One console over the sample coverage for all tests that only read.</summary>
public sealed class SampleBot : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public BotServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    /// <summary>The data folder, indexed; other processes may read it.</summary>
    public string Data => _folder["data"];

    /// <summary>The sample coverage beside the binary.</summary>
    public static string Seeds { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    public async ValueTask InitializeAsync()
    {
        using CancellationTokenSource timeout = new(TimeSpan.FromMinutes(1));
        Server = await BotServer.StartAsync(timeout.Token, "--coverage", Seeds, "--data", Data);
        await Server.WaitUntilReadyAsync(timeout.Token);
    }

    public async Task<JsonElement> GetJsonAsync(string address)
    {
        string text = await Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
