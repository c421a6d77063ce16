using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

/// <summary>Refusals, and what they say to do.</summary>
public sealed class WebApiRefusalTests : WebApiTest
{
    [Theory]
    [InlineData("not_in_channel", "/invite @briefingbot")]
    [InlineData("missing_scope", "OAuth & Permissions > Scopes")]
    [InlineData("token_revoked", "install the app again")]
    [InlineData("is_archived", "archived")]
    [InlineData("some_new_word", "some_new_word")]
    public async Task A_refusal_is_final_and_says_what_to_do(string word, string advice)
    {
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.postMessage") { Error = word });

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            Api.PostMessageAsync(new PostMessage(Channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.Equal((word, "chat.postMessage", true, false), (error.Error, error.Method, error.IsPermanent, error.IsUnknownOutcome));
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Slack.BotToken, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Slack_says_about_the_blocks_is_told()
    {
        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            Api.PostMessageAsync(
                new PostMessage(Channel.Id) { Blocks = [new HeaderBlock(TextObject.Plain(new string('x', 151)))] },
                Cancellation
            )
        );

        Assert.Equal("invalid_blocks", error.Error);
        Assert.Contains("/blocks/0/text", error.Message, StringComparison.Ordinal);
    }
}
