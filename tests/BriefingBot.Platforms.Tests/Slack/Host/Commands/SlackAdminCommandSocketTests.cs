namespace BriefingBot.Platforms.Tests.Slack.Host.Commands;

public sealed class SlackAdminCommandSocketTests(SocketNewsroom newsroom) : SlackAdminCommandTests(newsroom), IClassFixture<SocketNewsroom>;
