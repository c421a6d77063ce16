namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class SlackCommandHttpTests(HttpNewsroom newsroom) : SlackCommandTests(newsroom), IClassFixture<HttpNewsroom>;
