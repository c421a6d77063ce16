using System.Collections.Concurrent;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.TestServers.Discord;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Platforms.Tests.Discord.Gateway;

/// <summary>The gateway client against a fake Discord, with waits short enough for a test.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<GatewayEvent> _handled = [];
    private readonly SemaphoreSlim _changed = new(0);

    public RunningGateway(
        FakeDiscord discord,
        Action<DiscordOptions>? configure = null,
        MemoryStateStore? state = null,
        GatewayTimings? timings = null
    )
    {
        Options = new DiscordOptions { Token = discord.Token, RestBaseUrl = discord.BaseAddress.ToString() };
        configure?.Invoke(Options);
        State = state ?? new MemoryStateStore();
        Intents = new GatewayIntents(Options.MessageContent);
        _http = DiscordClient.CreateHttp(Options);
        var rest = DiscordClient.CreateRest(_http, Options, TimeProvider.System, Log.Factory);
        SessionStore store = new(State, Options, Log.Factory.CreateLogger<SessionStore>());
        DiscordGateway gateway = new(rest, Options, Intents, store, timings ?? Timings, TimeProvider.System, Log.Factory);
        Running = gateway.RunAsync(new GatewayEventSink(_ => { }, HandleAsync), _stop.Token);
    }

    public static GatewayTimings Timings { get; } =
        new()
        {
            FirstReconnect = TimeSpan.FromMilliseconds(20),
            Reconnect = TimeSpan.FromMilliseconds(50),
            InvalidSession = TimeSpan.FromMilliseconds(20),
            BetweenIdentifies = TimeSpan.FromMilliseconds(50),
            BetweenSaves = TimeSpan.Zero,
        };

    public DiscordOptions Options { get; }

    public MemoryStateStore State { get; }

    public GatewayIntents Intents { get; }

    public TestLog Log { get; } = new();

    /// <summary>Ends with the gateway.</summary>
    public Task Running { get; }

    /// <summary>The ids of the messages that were handled, in order, doubles included.</summary>
    public IReadOnlyList<ulong> Messages =>
        [
            .. _handled
                .Where(handled => handled.Name == GatewayEventNames.MessageCreate)
                .Select(handled => Snowflake.Parse(handled.Data.GetProperty("id").GetString()!).Value),
        ];

    public async Task WaitForMessagesAsync(int count)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (Messages.Count < count)
        {
            await _changed.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stop.Dispose();
        _changed.Dispose();
    }

    private Task HandleAsync(GatewayEvent handled, CancellationToken cancellationToken)
    {
        _handled.Enqueue(handled);
        _changed.Release();
        return Task.CompletedTask;
    }
}
