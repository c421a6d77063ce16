using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>The bot on a fake Slack without limits, in one process. The pace that the bot keeps by itself in a channel is off too.</summary>
internal sealed class SlackOn : IAsyncDisposable
{
    private const int Sockets = 2;
    private readonly LoadFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private Task[] _running = [];

    private SlackOn(FakeSlackServer slack, ServiceProvider? services) => (Slack, Services) = (slack, services!);

    public FakeSlackServer Slack { get; }

    public ServiceProvider Services { get; private set; }

    public static async Task<SlackOn> StartAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        SlackOn slack = new(await FakeSlackServer.StartAsync(new FakeSlackOptions { RateLimits = new RateLimitOptions { Enabled = false } }, cancellationToken), null);
        slack.Services = await ChatServices.BuildAsync(slack._folder.Path, slack.AddTo, cancellationToken);
        slack._running = [slack.Services.GetRequiredService<ChatTurnRunner>().RunAsync(slack._stop.Token), slack.Services.GetRequiredService<IChatPlatform>().RunAsync(slack._stop.Token)];
        await slack.Slack.Sockets.WaitForConnectedAsync(Sockets, patience, cancellationToken);
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Services.DisposeAsync();
        await Slack.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    private void AddTo(IServiceCollection services)
    {
        services.AddSingleton(new WebApiTimings { BetweenPosts = TimeSpan.Zero });
        services.AddSlack(options =>
        {
            (options.BotToken, options.AppToken, options.ApiBaseUrl) = (Slack.BotToken, Slack.AppToken, Slack.ApiAddress.ToString());
            (options.Connections, options.ConnectionStagger) = (Sockets, 0);
        });
    }
}
