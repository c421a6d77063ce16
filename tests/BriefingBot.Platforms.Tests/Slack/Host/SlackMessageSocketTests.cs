namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class SlackMessageSocketTests(SocketNewsroom newsroom) : SlackMessageTests(newsroom), IClassFixture<SocketNewsroom>;
