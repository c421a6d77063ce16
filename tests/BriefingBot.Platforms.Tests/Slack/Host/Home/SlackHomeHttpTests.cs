namespace BriefingBot.Platforms.Tests.Slack.Host.Home;

public sealed class SlackHomeHttpTests(HttpNewsroom newsroom) : SlackHomeTests(newsroom), IClassFixture<HttpNewsroom>;
