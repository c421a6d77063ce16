namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class SlackMessageHttpTests(HttpNewsroom newsroom) : SlackMessageTests(newsroom), IClassFixture<HttpNewsroom>;
