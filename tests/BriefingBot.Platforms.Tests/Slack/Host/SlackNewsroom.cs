using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>One bot in one workspace, for all tests that leave each other alone: each has a channel and people of its own.</summary>
public abstract class SlackNewsroom : IAsyncLifetime
{
    public const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North Korea treaty?";
    public const string OtherQuestion = "What countermeasures is Seoul planning in response to the treaty?";

    public FakeSlackServer Slack { get; private set; } = null!;

    /// <summary>Named in the settings; no admin of the workspace.</summary>
    public FakeUser Editor { get; private set; } = null!;

    public DataFolder Data { get; } = new();

    public RunningBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        FakeSlackOptions options = new()
        {
            Scopes = Manifest.Socket.Scopes,
            BotEvents = Manifest.Socket.BotEvents,
            RateLimits = new RateLimitOptions { PostBurst = 20 },
        };
        Slack = await FakeSlackServer.StartAsync(options, TestContext.Current.CancellationToken);
        Editor = Slack.World.AddUser("editor");
        Bot = await StartAsync(Slack, Data, ("Slack:AdminUserIds:0", Editor.Id));
    }

    public FakeChannel AddChannel(ChannelType type = ChannelType.Public) => Slack.World.AddChannel($"desk-{Guid.NewGuid():N}"[..20], type);

    public FakeUser AddUser(UserRole role = UserRole.Member) => Slack.World.AddUser($"reader-{Guid.NewGuid():N}"[..20], role);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
        Data.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<RunningBot> StartAsync(FakeSlackServer slack, DataFolder data, params (string Name, string Value)[] settings);
}
