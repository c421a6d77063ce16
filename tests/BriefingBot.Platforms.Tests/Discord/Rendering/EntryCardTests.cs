using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Discord.Protocol;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rendering;
using Microsoft.Extensions.Options;

namespace BriefingBot.Platforms.Tests.Discord.Rendering;

public sealed class EntryCardTests
{
    private static readonly ReplyRenderer Renderer = new(
        new AnswerLayout(new ArticleLinks(Options.Create(new BriefingBot.Core.Chat.ChatOptions())))
    );

    [Fact]
    public void Entries_stand_in_a_box_with_a_line_between_them_and_the_button_below_it()
    {
        var reply = Render(
            [Title("Briefing"), Entry("First", "One."), Entry("Second", "Two."), new(AnswerBlockKind.Footer, [AnswerUnit.Of("The end.")])],
            "news:1"
        );

        var box = Assert.IsType<Container>(reply.Card![0]);
        Assert.Equal(
            ["Briefing", "-", "**First**\nOne.", "-", "**Second**\nTwo.", "-", "-# The end."],
            box.Components.Select(static part => part is TextDisplay text ? text.Content : "-")
        );
        Assert.Equal("More", Assert.Single(Assert.IsType<ActionRow>(reply.Card[1]).Components).Label);
        Assert.Equal("Briefing\n\n**First**\nOne.\n\n**Second**\nTwo.\n\n-# The end.", Assert.Single(reply.Texts).Content);
    }

    [Fact]
    public void It_is_written_as_Discord_reads_it()
    {
        MessageCreate message = new() { Components = Render([Entry("First", "One.")], "news:1").Card, Flags = MessageFlags.ComponentsV2 };

        var expected = JsonNode.Parse(
            """
            {"components":[{"type":17,"components":[{"type":10,"content":"**First**\nOne."}]},{"type":1,"components":[{"type":2,"style":2,"label":"More","custom_id":"news:1"}]}],"allowed_mentions":{"parse":[],"replied_user":false},"flags":32768}
            """
        );
        string written = JsonSerializer.Serialize(message, DiscordJsonContext.Default.MessageCreate);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(written)), written);
    }

    [Theory]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(60)]
    public void However_many_entries_there_are_it_keeps_to_the_limits_and_leaves_nothing_out(int count)
    {
        var card = Render(
            [.. Enumerable.Range(0, count).Select(static number => Entry($"Story {number}", "It happened."))],
            "news:1"
        ).Card!;

        var box = Assert.IsType<Container>(card[0]);
        Assert.InRange(1 + box.Components.Count + 2, 1, 40);
        string all = string.Join('\n', box.Components.OfType<TextDisplay>().Select(static text => text.Content));
        Assert.InRange(all.Length, 1, 4000);
        Assert.All(Enumerable.Range(0, count), number => Assert.Contains($"**Story {number}**", all, StringComparison.Ordinal));
    }

    [Fact]
    public void Replies_without_entries_and_those_that_two_texts_do_not_hold_are_texts()
    {
        Assert.Null(Render([Title("Nothing new.")], null).Card);
        Assert.Null(Render([.. Enumerable.Range(0, 5).Select(static number => Entry($"Story {number}", new string('x', 900)))], null).Card);
    }

    private static RenderedReply Render(IReadOnlyList<AnswerBlock> blocks, string? more) =>
        Renderer.Render(new AnnouncementReply(blocks, more), withQuestion: false);

    private static AnswerBlock Title(string text) => new(AnswerBlockKind.Paragraph, [AnswerUnit.Of(text)]);

    private static AnswerBlock Entry(string title, string told) =>
        new(AnswerBlockKind.Entry, [new AnswerUnit([new Inline(title, InlineKind.Strong)]), AnswerUnit.Of(told)]);
}
