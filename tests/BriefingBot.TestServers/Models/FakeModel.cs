using BriefingBot.TestServers.Models.Control;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Serving;
using BriefingBot.TestServers.Models.Streaming;

namespace BriefingBot.TestServers.Models;

/// <summary>
/// A language model on the loopback interface that speaks the protocols of OpenAI, Anthropic and Ollama and writes what its script says.
/// Everything here is safe to call from any thread.
/// </summary>
public sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeModelState _state;
    private readonly CancellationTokenSource _stopping;

    private FakeModel(WebApplication app, FakeModelState state, CancellationTokenSource stopping)
    {
        _app = app;
        _state = state;
        _stopping = stopping;
        BaseAddress = new Uri("http://127.0.0.1/");
    }

    /// <summary>
    /// The root of the server, http://127.0.0.1:PORT/: the base address of Anthropic and Ollama clients and the endpoint of Azure ones.
    /// </summary>
    public Uri BaseAddress { get; private set; }

    /// <summary>The base address of OpenAI clients: http://127.0.0.1:PORT/v1.</summary>
    public Uri OpenAiAddress => new(BaseAddress, "v1");

    /// <summary>What the model writes when nothing is queued; <see cref="TruthfulScript"/> at first.</summary>
    public ModelScript Script
    {
        get => _state.Scripts.Default;
        set => _state.Scripts.Default = value;
    }

    /// <summary>Faults to come.</summary>
    public ModelFaultPlan Faults => _state.Faults;

    /// <summary>What was asked and written, and waiting for it.</summary>
    public ModelRecord Record => _state.Record;

    /// <summary>Holds tokens back and lets them go one by one.</summary>
    public TokenGate Gate => _state.Gate;

    /// <summary>Starts the server; it listens when the task ends. The caller disposes it.</summary>
    public static async Task<FakeModel> StartAsync(FakeModelOptions? options = null, CancellationToken cancellationToken = default)
    {
        FakeModelState state = new(options ?? new FakeModelOptions());
        CancellationTokenSource stopping = new();
        state.Stopping = stopping.Token;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{state.Options.Port}");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        WebApplication app = builder.Build();
        FakeModel model = new(app, state, stopping);
        ModelEndpoints.Map(app, state);
        ControlEndpoints.Map(app, model);
        await app.StartAsync(cancellationToken);
        model.BaseAddress = new Uri(app.Urls.Single());
        return model;
    }

    /// <summary>Lets these scripts write the next answers, one each, before <see cref="Script"/> goes on.</summary>
    public void Enqueue(params IEnumerable<ModelScript> scripts) => _state.Scripts.Enqueue(scripts);

    /// <summary>Cuts every connection and stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    /// <summary>Runs until the host is told to stop.</summary>
    internal Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);
}
