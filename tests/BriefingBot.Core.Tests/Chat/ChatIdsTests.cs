using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class ChatIdsTests
{
    [Theory]
    [InlineData("discord:1234", true)]
    [InlineData("slack:T1/C1:1700000000.000100", true)]
    [InlineData("Discord:1", false)]
    [InlineData("discord:", false)]
    [InlineData(":1", false)]
    [InlineData("discord", false)]
    [InlineData("discord:a\nb", false)]
    [InlineData(null, false)]
    public void A_question_id_is_a_platform_and_a_key(string? text, bool valid)
    {
        Assert.Equal(valid, ChatQuestionId.TryParse(text, out var id));
        Assert.Equal(valid ? text : ":", id.ToString());
    }

    [Fact]
    public void A_platform_cannot_smuggle_its_key() => Assert.Throws<FormatException>(() => new ChatQuestionId("a:b", "c"));

    [Fact]
    public void An_answer_has_the_same_id_at_every_attempt()
    {
        var id = AnswerId.Of(new ChatQuestionId("discord", "1"));

        Assert.Equal(id, AnswerId.Of(ChatQuestionId.Parse("discord:1")));
        Assert.Equal(id, AnswerId.Parse(id.ToString()));
        Assert.NotEqual(id, AnswerId.Of(new ChatQuestionId("discord", "2")));
        Assert.False(AnswerId.TryParse(id.ToString().ToUpperInvariant() + "x", out _));
    }

    [Fact]
    public void The_message_that_a_thread_starts_from_names_its_conversation()
    {
        var root = ChatFolder.Question("77", "Who?");

        Assert.Equal(ConversationId.Of(root), ConversationId.Of(ChatFolder.Question("78", "And when?", thread: "77")));
        Assert.NotEqual(ConversationId.Of(root), ConversationId.Of(ChatFolder.Question("78", "And when?")));
    }

    [Fact]
    public void A_direct_channel_is_one_conversation()
    {
        var first = ChatFolder.Question("1", "Who?") with { Address = new ChatAddress("discord", null, "dm", IsDirect: true) };

        Assert.Equal(ConversationId.Of(first), ConversationId.Of(first with { Id = new ChatQuestionId("discord", "2"), MessageId = "2" }));
    }
}
