namespace BriefingBot.Platforms.Tests.Slack.Host.Messages;

public sealed class SlackMessageSocketTests(SocketNewsroom newsroom) : SlackMessageTests(newsroom), IClassFixture<SocketNewsroom>;
