using BriefingBot.Slack;
using BriefingBot.Slack.Interactions;

namespace BriefingBot.Platforms.Tests.Slack;

/// <summary>That what the manifests ask for is enough is shown by the tests of the host: their Slack grants just that.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void Both_ask_for_just_the_scopes_that_the_bot_uses()
    {
        Assert.Equal(SlackScopes.Needed.Select(static needed => needed.Scope), Manifest.Socket.Scopes);
        Assert.Equal(Manifest.Socket.Scopes, Manifest.Http.Scopes);
        Assert.Equal(Manifest.Socket.BotEvents, Manifest.Http.BotEvents);
        Assert.NotEmpty(Manifest.Socket.BotEvents);
    }

    [Fact]
    public void Both_name_the_shortcut_and_the_command_as_the_bot_knows_them() =>
        Assert.All(
            [Manifest.Socket, Manifest.Http],
            static manifest =>
            {
                Assert.Contains($"callback_id: {InteractionHandler.FactCheckId}\n", manifest.Text, StringComparison.Ordinal);
                Assert.Contains($"command: {ResponseReplies.Prefix.Trim()}\n", manifest.Text, StringComparison.Ordinal);
                Assert.Contains("should_escape: true", manifest.Text, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void Only_the_one_for_HTTP_has_addresses()
    {
        Assert.DoesNotContain("url: https", Manifest.Socket.Text, StringComparison.Ordinal);
        Assert.All(
            ["/slack/events", "/slack/commands", "/slack/interactivity"],
            static path => Assert.Contains($"url: https://bot.example.com{path}\n", Manifest.Http.Text, StringComparison.Ordinal)
        );
    }
}
