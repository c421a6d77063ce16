namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class SlackHomeHttpTests(HttpNewsroom newsroom) : SlackHomeTests(newsroom), IClassFixture<HttpNewsroom>;
