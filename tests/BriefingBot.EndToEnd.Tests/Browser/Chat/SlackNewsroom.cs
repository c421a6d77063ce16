using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.EndToEnd.Tests.Browser.Chat;

/// <summary>The real bot over the sample coverage in a workspace of the fake Slack.</summary>
public sealed class SlackNewsroom : IAsyncLifetime
{
    private const int Sockets = 2;
    private readonly TemporaryFolder _folder = new();
    private BotServer? _bot;

    public FakeSlackServer Slack { get; private set; } = null!;

    public FakeChannel Channel { get; private set; } = null!;

    public FakeUser Reader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using CancellationTokenSource timeout = new(TimeSpan.FromMinutes(2));
        Slack = await FakeSlackServer.StartAsync(cancellationToken: timeout.Token);
        Reader = Slack.World.AddUser("Ada");
        Channel = Slack.World.AddChannel("foreign-desk");
        Dictionary<string, string> environment = new()
        {
            ["SLACK_BOT_TOKEN"] = Slack.BotToken,
            ["SLACK_APP_TOKEN"] = Slack.AppToken,
            ["BRIEFINGBOT__Slack__ApiBaseUrl"] = Slack.ApiAddress.ToString(),
            ["BRIEFINGBOT__Slack__ConnectionStagger"] = "0",
            ["BRIEFINGBOT__Chat__PublicBaseUrl"] = "https://briefings.example.com/",
        };
        _bot = await BotServer.StartAsync(environment, timeout.Token, "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        await _bot.WaitUntilReadyAsync(timeout.Token);
        await Slack.Sockets.WaitForConnectedAsync(Sockets, TimeSpan.FromMinutes(1), timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        await Slack.DisposeAsync();
        _folder.Dispose();
    }
}
