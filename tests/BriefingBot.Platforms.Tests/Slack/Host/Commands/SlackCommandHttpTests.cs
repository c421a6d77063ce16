namespace BriefingBot.Platforms.Tests.Slack.Host.Commands;

public sealed class SlackCommandHttpTests(HttpNewsroom newsroom) : SlackCommandTests(newsroom), IClassFixture<HttpNewsroom>;
