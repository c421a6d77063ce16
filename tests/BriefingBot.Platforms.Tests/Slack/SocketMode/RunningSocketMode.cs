using System.Collections.Concurrent;
using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Slack;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.Slack.SocketMode;

/// <summary>The Socket Mode client against a fake Slack, with waits short enough for a test.</summary>
internal sealed class RunningSocketMode : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SlackDelivery> _received = [];
    private readonly SemaphoreSlim _changed = new(0);
    private readonly HttpClient _http = SlackClient.CreateHttp();

    public RunningSocketMode(
        FakeSlackServer slack,
        SocketModeTimings? timings = null,
        Action<SlackOptions>? configure = null,
        TimeProvider? clock = null
    )
    {
        SlackOptions options = new()
        {
            BotToken = slack.BotToken,
            AppToken = slack.AppToken,
            ApiBaseUrl = slack.ApiAddress.ToString(),
            ConnectionStagger = 0,
        };
        configure?.Invoke(options);
        clock ??= TimeProvider.System;
        var api = SlackClient.CreateWebApi(_http, options, new WebApiTimings { Retry = TimeSpan.FromMilliseconds(10) }, clock, Log.Factory);
        SocketModeClient client = new(api, options, new DeliveryMemory(clock), timings ?? Timings, clock, Log.Factory);
        Running = client.RunAsync(ReceiveAsync, SocketWatch.None, _stop.Token);
    }

    public static SocketModeTimings Timings { get; } =
        new()
        {
            FirstReconnect = TimeSpan.FromMilliseconds(20),
            Reconnect = TimeSpan.FromMilliseconds(50),
            TooMany = TimeSpan.FromMilliseconds(200),
            Linger = TimeSpan.FromSeconds(2),
            Steady = TimeSpan.Zero,
        };

    public TestLog Log { get; } = new();

    /// <summary>Ends with the client.</summary>
    public Task Running { get; }

    /// <summary>What came to the receiver, in order.</summary>
    public IReadOnlyCollection<SlackDelivery> Received => _received;

    /// <summary>What becomes of a delivery; it may throw.</summary>
    public Func<SlackDelivery, CancellationToken, Task<SlackAck>> Answer { get; set; } = static (_, _) => Task.FromResult(SlackAck.Empty);

    /// <summary>The words of the message that an event brings.</summary>
    public static string Text(SlackDelivery delivery) => delivery.Payload.GetProperty("event").GetProperty("text").GetString()!;

    public async Task WaitForReceivedAsync(int count)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (_received.Count < count)
        {
            await _changed.WaitAsync(patience.Token);
        }
    }

    public Task StopAsync() => _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stop.Dispose();
        _changed.Dispose();
        Log.Dispose();
    }

    private Task<SlackAck> ReceiveAsync(SlackDelivery delivery, CancellationToken cancellationToken)
    {
        _received.Enqueue(delivery);
        _changed.Release();
        return Answer(delivery, cancellationToken);
    }
}
