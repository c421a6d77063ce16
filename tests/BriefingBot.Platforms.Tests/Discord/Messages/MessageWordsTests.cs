using System.Text.Json;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Protocol;

namespace BriefingBot.Platforms.Tests.Discord.Messages;

public sealed class MessageWordsTests
{
    [Theory]
    [InlineData("<@1> who signed it?", "who signed it?")]
    [InlineData("<@!2> <@1> who signed it? cc <@3>, <@&4>", "who signed it?")]
    [InlineData("@everyone what did NATO say? <:smile:5>", "what did NATO say?")]
    [InlineData("mail ada@here.example about <#6>", "mail ada@here.example about")]
    public void Who_is_spoken_to_is_no_part_of_what_is_asked(string content, string expected) =>
        Assert.Equal(expected, MessageWords.Read(content));

    [Fact]
    public void A_post_of_a_bot_of_news_is_read_by_its_embeds_and_what_it_forwards()
    {
        const string json = """
            {"id":"1","type":0,"channel_id":"2","content":"","embeds":[{"title":"Ministers sign treaty","description":"It was signed in Oslo.","fields":[{"name":"Catch","value":"40,000 tons"}]}],
             "message_snapshots":[{"message":{"content":"The bridge is closed","embeds":[{"title":"Ferries replace it"}]}}]}
            """;

        string words = MessageWords.ReadPost(JsonSerializer.Deserialize(json, DiscordJsonContext.Default.Message)!);

        Assert.Equal("Ministers sign treaty. It was signed in Oslo. Catch: 40,000 tons. Ferries replace it. The bridge is closed.", words);
    }

    [Fact]
    public void A_post_of_components_is_read_by_its_texts_wherever_they_stand()
    {
        const string json = """
            {"id":"1","type":0,"channel_id":"2","content":"","components":[
              {"type":17,"components":[{"type":10,"content":"Ministers sign treaty"},{"type":14},{"type":9,"components":[{"type":10,"content":"It was signed in Oslo."}],"accessory":{"type":2}}]},
              {"type":1,"components":[{"type":2,"label":"More"}]},null],
             "message_snapshots":[{"message":{"content":"","components":[{"type":10,"content":"The bridge is closed"}]}}]}
            """;

        string words = MessageWords.ReadPost(JsonSerializer.Deserialize(json, DiscordJsonContext.Default.Message)!);

        Assert.Equal("Ministers sign treaty. It was signed in Oslo. The bridge is closed.", words);
    }
}
