namespace BriefingBot.Platforms.Tests.Slack.Host.Home;

public sealed class SlackHomeSocketTests(SocketNewsroom newsroom) : SlackHomeTests(newsroom), IClassFixture<SocketNewsroom>;
