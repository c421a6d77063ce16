using System.Text.Json;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Protocol;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

public sealed class PostWordsTests
{
    [Theory]
    [InlineData(
        """{"text":"The treaty is signed","attachments":[{"title":"Oslo","text":"It was signed <https://a.example|in June>.","fallback":"x"}]}""",
        "The treaty is signed. Oslo. It was signed in June."
    )]
    [InlineData(
        """{"text":"","blocks":[{"type":"header","text":{"type":"plain_text","text":"Bridge closed"}},{"type":"section","text":{"type":"mrkdwn","text":"*Ferries* run."}}]}""",
        "Bridge closed. Ferries run."
    )]
    [InlineData(
        """{"blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Forwarded words"}]}]}]}""",
        "Forwarded words."
    )]
    [InlineData("""{"text":"<@U1> look","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"look"}}]}""", "look.")]
    [InlineData("""{"ts":"1.2"}""", "")]
    public void A_post_is_read_by_its_text_blocks_and_attachments(string json, string expected) =>
        Assert.Equal(expected, PostWords.Of(JsonSerializer.Deserialize(json, SlackJsonContext.Default.Message)));
}
