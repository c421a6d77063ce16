namespace BriefingBot.Platforms.Tests.Slack.Host.Commands;

public sealed class SlackAdminCommandHttpTests(HttpNewsroom newsroom) : SlackAdminCommandTests(newsroom), IClassFixture<HttpNewsroom>;
