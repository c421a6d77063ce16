namespace BriefingBot.Platforms.Tests.Slack.Host.Commands;

public sealed class SlackCommandSocketTests(SocketNewsroom newsroom) : SlackCommandTests(newsroom), IClassFixture<SocketNewsroom>;
