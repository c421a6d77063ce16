using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>Over Socket Mode.</summary>
public sealed class SocketNewsroom : SlackNewsroom
{
    protected override Task<RunningBot> StartAsync(FakeSlackServer slack, DataFolder data, params (string Name, string Value)[] settings) =>
        BotOnSlack.StartAsync(slack, data, TestContext.Current.CancellationToken, settings);
}
