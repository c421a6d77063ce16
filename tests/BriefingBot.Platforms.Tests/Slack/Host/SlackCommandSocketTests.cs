namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class SlackCommandSocketTests(SocketNewsroom newsroom) : SlackCommandTests(newsroom), IClassFixture<SocketNewsroom>;
