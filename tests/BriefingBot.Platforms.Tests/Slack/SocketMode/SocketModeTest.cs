using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.SocketMode;

/// <summary>A fake Slack with one channel and one person, whose events come by socket.</summary>
public abstract class SocketModeTest : IAsyncLifetime
{
    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected FakeSlackServer Slack { get; private set; } = null!;

    private protected FakeUser Ada { get; private set; } = null!;

    private protected FakeChannel Channel { get; private set; } = null!;

    public ValueTask InitializeAsync() => StartAsync(Quick);

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private protected static readonly FakeSlackOptions Quick = new()
    {
        AckDeadline = TimeSpan.FromSeconds(3),
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)],
        RefreshGrace = TimeSpan.FromSeconds(5),
    };

    private protected async ValueTask StartAsync(FakeSlackOptions options)
    {
        Slack = await FakeSlackServer.StartAsync(options, Cancellation);
        Ada = Slack.World.AddUser("ada");
        Channel = Slack.World.AddChannel("general");
    }

    private protected async Task StartAgainAsync(FakeSlackOptions options)
    {
        await Slack.DisposeAsync();
        await StartAsync(options);
    }
}
