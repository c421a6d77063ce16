using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Slack;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

/// <summary>The client of the Web API on a fake Slack with one channel and one person.</summary>
public abstract class WebApiTest : IAsyncLifetime
{
    private protected static readonly WebApiTimings Quick = new()
    {
        Answer = TimeSpan.FromSeconds(2),
        Retry = TimeSpan.FromMilliseconds(20),
    };

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected TestLog Log { get; } = new();

    private protected FakeSlackServer Slack { get; private set; } = null!;

    private protected FakeChannel Channel { get; private set; } = null!;

    private protected FakeUser Ada { get; private set; } = null!;

    private protected HttpClient Http { get; private set; } = null!;

    private protected SlackWebApi Api { get; private set; } = null!;

    public ValueTask InitializeAsync() => StartAsync(new FakeSlackOptions(), Quick);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Slack.DisposeAsync();
        Log.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async ValueTask StartAsync(FakeSlackOptions fake, WebApiTimings timings, TimeProvider? clock = null)
    {
        Slack = await FakeSlackServer.StartAsync(fake, Cancellation);
        Ada = Slack.World.AddUser("ada");
        Channel = Slack.World.AddChannel("general");
        SlackOptions options = new()
        {
            BotToken = Slack.BotToken,
            AppToken = Slack.AppToken,
            ApiBaseUrl = Slack.ApiAddress.ToString(),
        };
        Http = SlackClient.CreateHttp();
        Api = SlackClient.CreateWebApi(Http, options, timings, clock ?? TimeProvider.System, Log.Factory);
    }

    private protected async Task RestartAsync(FakeSlackOptions fake, WebApiTimings timings, TimeProvider? clock = null)
    {
        Http.Dispose();
        await Slack.DisposeAsync();
        await StartAsync(fake, timings, clock);
    }
}
