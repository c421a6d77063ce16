using BriefingBot.TestServers.Slack.Control;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.Records;
using BriefingBot.TestServers.Slack.SocketMode;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.TestServers.Slack;

/// <summary>
/// A Slack of its own on the loopback interface: Web API, Socket Mode, signed HTTP events, commands and interactivity, with the limits and
/// rules of the real one. Everything here is safe to call from any thread.
/// </summary>
public sealed class FakeSlackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SlackState _state;

    private FakeSlackServer(WebApplication app, SlackState state)
    {
        _app = app;
        _state = state;
        World = new SlackWorld(state);
        Interactions = new InteractionDesk(state);
    }

    /// <summary>Where clients of the Web API go: http://127.0.0.1:PORT/api/, with the slash.</summary>
    public Uri ApiAddress => new(_state.BaseAddress, WebApiEndpoint.Prefix);

    /// <summary>The root of the server: http://127.0.0.1:PORT/.</summary>
    public Uri BaseAddress => _state.BaseAddress;

    public string BotToken => _state.BotToken;

    public string AppToken => _state.Options.AppToken;

    public string SigningSecret => _state.Options.SigningSecret;

    public string TeamId => _state.TeamId;

    public string AppId => _state.AppId;

    /// <summary>The bot under test.</summary>
    public FakeUser Bot => _state.Bot;

    /// <summary>Channels and people; posting as a person.</summary>
    public SlackWorld World { get; }

    /// <summary>Slash commands, shortcuts, buttons, modals.</summary>
    public InteractionDesk Interactions { get; }

    /// <summary>Socket Mode: what is connected, and orders to it.</summary>
    public SocketHub Sockets => _state.Sockets;

    /// <summary>Signed HTTP in place of Socket Mode, from <see cref="EventPush.UseHttp"/> on.</summary>
    public EventPush Push => _state.Push;

    /// <summary>Faults to come.</summary>
    public FaultPlan Faults => _state.Faults;

    /// <summary>What the bot did, and waiting for it.</summary>
    public SlackRecord Record => _state.Record;

    /// <summary>Starts the server; it listens when the task ends. The caller disposes it.</summary>
    public static async Task<FakeSlackServer> StartAsync(FakeSlackOptions? options = null, CancellationToken cancellationToken = default)
    {
        SlackState state = new(options ?? new FakeSlackOptions());
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{state.Options.Port}");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        WebApplication app = builder.Build();
        SocketEndpoint.Map(app, state);
        WebApiEndpoint.Map(app, state);
        ResponseUrls.Map(app, state);
        FakeSlackServer slack = new(app, state);
        ControlEndpoints.Map(app, slack, state);
        await app.StartAsync(cancellationToken);
        state.BaseAddress = new Uri(app.Urls.Single());
        return slack;
    }

    /// <summary>Cuts every connection and stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _state.Background.StopAsync(_state.Gate);
        }
        finally
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
            _state.Push.Dispose();
            _state.Background.Dispose();
        }
    }

    /// <summary>Runs until the host is told to stop.</summary>
    internal Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);
}
