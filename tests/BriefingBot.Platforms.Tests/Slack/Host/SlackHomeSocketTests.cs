namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class SlackHomeSocketTests(SocketNewsroom newsroom) : SlackHomeTests(newsroom), IClassFixture<SocketNewsroom>;
