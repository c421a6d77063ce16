using System.Collections.Concurrent;
using System.Text.Json;
using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Slack;
using BriefingBot.Slack.Http;
using BriefingBot.Slack.Inbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Platforms.Tests.Slack.Http;

/// <summary>The three addresses on a server of its own, with a receiver that keeps what comes and answers as the test says.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly WebApplication _app;
    private readonly SlackHttpReceiver _receiver;

    private SlackHost(WebApplication app, SlackOptions options, TimeProvider clock)
    {
        _app = app;
        _receiver = new SlackHttpReceiver(options, new DeliveryMemory(clock), clock, Log.Factory.CreateLogger<SlackHttpReceiver>());
    }

    public TestLog Log { get; } = new();

    public ConcurrentQueue<SlackDelivery> Received { get; } = [];

    /// <summary>What becomes of a delivery; it may throw.</summary>
    public Func<SlackDelivery, CancellationToken, Task<SlackAck>> Answer { get; set; } = static (_, _) => Task.FromResult(SlackAck.Empty);

    public Uri Address => new(_app.Urls.Single());

    public Task Running { get; private set; } = Task.CompletedTask;

    public static async Task<SlackHost> StartAsync(
        string secret,
        CancellationToken cancellationToken,
        TimeProvider? clock = null,
        bool isRunning = true,
        SlackMode mode = SlackMode.Http
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        SlackHost host = new(builder.Build(), new SlackOptions { SigningSecret = secret, Mode = mode }, clock ?? TimeProvider.System);
        foreach (var path in Enum.GetValues<SlackHttpPath>())
        {
            host._app.MapPost($"/slack/{path}", context => host.HandleAsync(path, context));
        }

        await host._app.StartAsync(cancellationToken);
        if (isRunning)
        {
            host.Run();
        }

        return host;
    }

    public void Run() => Running = _receiver.RunAsync(ReceiveAsync, _stop.Token);

    public Task StopReceivingAsync() => _stop.CancelAsync();

    public static SlackAck Says(string json) => new(JsonElement.Parse(json));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _stop.Dispose();
        Log.Dispose();
    }

    private async Task HandleAsync(SlackHttpPath path, HttpContext context)
    {
        var response = await _receiver.ReceiveAsync(
            path,
            name => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null,
            context.Request.Body,
            context.RequestAborted
        );
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }

    private Task<SlackAck> ReceiveAsync(SlackDelivery delivery, CancellationToken cancellationToken)
    {
        Received.Enqueue(delivery);
        return Answer(delivery, cancellationToken);
    }
}
