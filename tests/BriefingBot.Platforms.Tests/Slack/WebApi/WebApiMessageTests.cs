using System.Text.Json.Nodes;
using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Messages;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

/// <summary>Messages: how they are posted, found again and read.</summary>
public sealed class WebApiMessageTests : WebApiTest
{
    [Fact]
    public async Task A_message_is_posted_without_previews_and_found_again_by_its_mark()
    {
        AnswerMark mark = new("slack:T1:C1:1.2", 1);
        var posted = await Api.PostMessageAsync(
            new PostMessage(Channel.Id)
            {
                Text = "The audit is on 12 March [1].",
                Blocks =
                [
                    new HeaderBlock(TextObject.Plain("Audit")),
                    new MarkdownBlock("The audit is on **12 March** [1].") { BlockId = "answer" },
                    new SectionBlock
                    {
                        Text = TextObject.Mrkdwn("*Sources*"),
                        Accessory = new Button(TextObject.Plain("More")) { ActionId = "more", Value = "1" },
                    },
                    new DividerBlock(),
                    new ContextBlock([TextObject.Mrkdwn("<https://example.org/1|[1] Audit plan>")]),
                    new ContextActionsBlock([
                        new FeedbackButtons(
                            new FeedbackButton(TextObject.Plain("Helpful"), "up"),
                            new FeedbackButton(TextObject.Plain("Not helpful"), "down")
                        )
                        {
                            ActionId = "feedback",
                        },
                    ]),
                    new ActionsBlock([
                        new Button(TextObject.Plain("Show passages"))
                        {
                            ActionId = "passages",
                            Value = "a1",
                            Style = "primary",
                        },
                    ]),
                ],
                Metadata = mark.ToMetadata(),
            },
            Cancellation
        );

        var message = Assert.Single(Slack.Record.BotMessages);
        Assert.Equal((message.Ts, Channel.Id), (posted.Ts, posted.Channel));
        Assert.Equal((false, false), (message.UnfurlLinks, message.UnfurlMedia));
        Assert.Equal(7, message.Blocks.Count);
        var arguments = Slack.Record.Calls[^1].Arguments;
        Assert.False(arguments.ContainsKey("link_names") || arguments.ContainsKey("parse"));
        var found = Assert.Single(await Api.GetHistoryAsync(Channel.Id, null, 10, Cancellation));
        Assert.Equal((mark, Slack.Bot.Id), (AnswerMark.Read(found.Metadata), found.User));
    }

    [Fact]
    public async Task A_message_in_a_thread_is_found_again_and_foreign_metadata_is_none_of_ours()
    {
        var root = Slack.World.Post(Ada, Channel, "what is new?");
        await Api.PostMessageAsync(
            new PostMessage(Channel.Id)
            {
                ThreadTs = root.Ts,
                Text = "one",
                Metadata = new AnswerMark("q", 0).ToMetadata(),
            },
            Cancellation
        );
        await Api.PostMessageAsync(
            new PostMessage(Channel.Id)
            {
                ThreadTs = root.Ts,
                Text = "two",
                Metadata = new AnswerMark("q", 0).ToMetadata() with { EventType = "another_app" },
            },
            Cancellation
        );

        var replies = await Api.GetRepliesAsync(Channel.Id, root.Ts, root.Ts, 100, Cancellation);

        Assert.Equal(["what is new?", "one", "two"], replies.Select(static reply => reply.Text));
        Assert.Equal([null, new AnswerMark("q", 0), null], replies.Select(static reply => AnswerMark.Read(reply.Metadata)));
    }

    [Fact]
    public async Task Long_threads_are_read_page_by_page()
    {
        var root = Slack.World.Post(Ada, Channel, "root");
        foreach (int number in Enumerable.Range(1, 450))
        {
            Slack.World.Reply(Ada, root, $"number {number}");
        }

        var all = await Api.GetRepliesAsync(Channel.Id, root.Ts, null, 1000, Cancellation);
        var some = await Api.GetRepliesAsync(Channel.Id, root.Ts, null, 250, Cancellation);

        Assert.Equal((451, "number 450", 250, "number 249"), (all.Count, all[^1].Text, some.Count, some[^1].Text));
    }

    [Fact]
    public void A_message_with_nothing_in_it_but_what_is_needed_is_understood()
    {
        var message = System.Text.Json.JsonSerializer.Deserialize(
            """{"ts":"1.2","blocks":[{"type":"of the future"}],"user":null}""",
            SlackJsonContext.Default.Message
        )!;

        Assert.Equal(("1.2", null, null), (message.Ts, message.User, message.Text));
        Assert.Equal("", System.Text.Json.JsonSerializer.Deserialize("{}", SlackJsonContext.Default.Message)!.Ts);
        Assert.Empty(System.Text.Json.JsonSerializer.Deserialize("{}", SlackJsonContext.Default.AuthTest)!.Scopes);
        Assert.Equal("{\"channel\":\"C1\",\"unfurl_links\":false,\"unfurl_media\":false}", Sorted(new PostMessage("C1")));

        static string Sorted(PostMessage posted) =>
            new JsonObject(
                JsonNode
                    .Parse(System.Text.Json.JsonSerializer.Serialize(posted, SlackJsonContext.Default.PostMessage))!
                    .AsObject()
                    .OrderBy(static field => field.Key, StringComparer.Ordinal)
                    .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
            ).ToJsonString();
    }
}
