namespace BriefingBot.Platforms.Tests.Slack.Host.Messages;

public sealed class SlackMessageHttpTests(HttpNewsroom newsroom) : SlackMessageTests(newsroom), IClassFixture<HttpNewsroom>;
