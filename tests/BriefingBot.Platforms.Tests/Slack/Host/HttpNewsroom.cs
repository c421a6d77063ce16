using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>Over signed HTTP.</summary>
public sealed class HttpNewsroom : SlackNewsroom
{
    protected override Task<RunningBot> StartAsync(FakeSlackServer slack, DataFolder data, params (string Name, string Value)[] settings) =>
        BotOnSlack.StartHttpAsync(slack, data, TestContext.Current.CancellationToken, settings);
}
