using BriefingBot.TestServers.Discord.Control;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Records;
using BriefingBot.TestServers.Discord.Rest;

namespace BriefingBot.TestServers.Discord;

/// <summary>
/// A Discord of its own on the loopback interface: REST v10, gateway v10 and interactions, with the limits and rules of the real one.
/// Everything here is safe to call from any thread.
/// </summary>
public sealed class FakeDiscord : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DiscordState _state;

    private FakeDiscord(WebApplication app, DiscordState state)
    {
        _app = app;
        _state = state;
        World = new DiscordWorld(state);
        Interactions = new InteractionDesk(state);
    }

    /// <summary>Where REST clients go: http://127.0.0.1:PORT/api/v10.</summary>
    public Uri ApiAddress => new(_state.BaseAddress, RestApi.Prefix);

    /// <summary>The address of new sessions, as GET /gateway/bot gives it (without v and encoding).</summary>
    public Uri GatewayAddress => GatewayEndpoint.StartAddress(_state);

    /// <summary>The root of the server: http://127.0.0.1:PORT/.</summary>
    public Uri BaseAddress => _state.BaseAddress;

    /// <summary>The token that is accepted.</summary>
    public string Token => _state.Gateway.Token;

    /// <summary>The bot under test.</summary>
    public FakeApplication Application => _state.Application;

    /// <summary>Guilds, channels, people; posting as a person.</summary>
    public DiscordWorld World { get; }

    /// <summary>Slash commands, message commands, buttons.</summary>
    public InteractionDesk Interactions { get; }

    /// <summary>What the bot registered.</summary>
    public CommandRegistry Commands => _state.Commands;

    /// <summary>Sessions and orders to the gateway.</summary>
    public GatewayHub Gateway => _state.Gateway;

    /// <summary>Faults to come.</summary>
    public FaultPlan Faults => _state.Faults;

    /// <summary>What the bot did, and waiting for it.</summary>
    public DiscordRecord Record => _state.Record;

    /// <summary>Starts the server; it listens when the task ends. The caller disposes it.</summary>
    public static async Task<FakeDiscord> StartAsync(FakeDiscordOptions? options = null, CancellationToken cancellationToken = default)
    {
        DiscordState state = new(options ?? new FakeDiscordOptions());
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{state.Options.Port}");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        WebApplication app = builder.Build();
        app.UseWebSockets();
        GatewayEndpoint.Map(app, state);
        RestApi.Map(app, state);
        FakeDiscord discord = new(app, state);
        ControlEndpoints.Map(app, discord, state);
        await app.StartAsync(cancellationToken);
        state.BaseAddress = new Uri(app.Urls.Single());
        return discord;
    }

    /// <summary>Cuts every connection and stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    /// <summary>Runs until the host is told to stop.</summary>
    internal Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);
}
