using BriefingBot.Slack.Protocol.Assistants;
using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Protocol.People;
using BriefingBot.Slack.Protocol.Streams;
using BriefingBot.Slack.Protocol.Views;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

/// <summary>All other calls, and the addresses that Slack gives for answers.</summary>
public sealed class WebApiCallTests : WebApiTest
{
    [Fact]
    public async Task Every_other_call_is_understood()
    {
        var question = Slack.World.Post(Ada, Channel, "what is new?");
        var self = await Api.AuthTestAsync(Cancellation);
        Assert.Equal((Slack.Bot.Id, Slack.Bot.BotId, Slack.TeamId), (self.UserId, self.BotId, self.TeamId));
        Assert.Contains("chat:write", self.Scopes);

        await Api.Assistant.SetStatusAsync(Channel.Id, question.Ts, "reads 12 passages", Cancellation, ["Looking", "Reading"]);
        string stream = await Api.StartStreamAsync(
            new StartStream(Channel.Id, question.Ts)
            {
                RecipientUserId = Ada.Id,
                RecipientTeamId = Slack.TeamId,
                Chunks = [new MarkdownTextChunk("One. ")],
            },
            Cancellation
        );
        await Api.AppendStreamAsync(new AppendStream(Channel.Id, stream, [new MarkdownTextChunk("Two.")]), Cancellation);
        await Api.StopStreamAsync(
            new StopStream(Channel.Id, stream)
            {
                Blocks = [new ContextBlock([TextObject.Mrkdwn("sources")])],
                Metadata = new AnswerMark("q", 0).ToMetadata(),
                SessionStatus = "active",
            },
            Cancellation
        );
        var streamed = Channel.Find(stream)!;
        Assert.Equal(("One. Two.", StreamState.Stopped, 0), (streamed.Markdown, streamed.Stream, streamed.StreamChunks.Length));

        await Api.UpdateMessageAsync(new UpdateMessage(Channel.Id, stream, "changed", [new MarkdownBlock("changed")]), Cancellation);
        Assert.Equal("changed", streamed.Text);
        string shown = await Api.PostEphemeralAsync(new PostEphemeral(Channel.Id, Ada.Id, "only you"), Cancellation);
        Assert.Equal(Ada, Slack.Record.BotMessages.Single(message => message.Ts == shown).EphemeralTo);
        await Api.DeleteMessageAsync(Channel.Id, stream, Cancellation);
        await Api.DeleteMessageAsync(Channel.Id, stream, Cancellation);
        Assert.True(streamed.IsDeleted);

        var direct = Slack.World.SendDirectMessage(Ada, "hello").Channel;
        await Api.Assistant.SetSuggestedPromptsAsync(
            direct.Id,
            [new SuggestedPrompt("What is new?", "What is new?")],
            "Ask me",
            Cancellation
        );
        await Api.Assistant.SetTitleAsync(Channel.Id, question.Ts, "What is new?", Cancellation);
        await Api.PublishHomeAsync(Ada.Id, View.Home([new SectionBlock { Text = TextObject.Mrkdwn("Newest coverage") }]), Cancellation);
        Assert.Equal([Channel.Id], (await Api.GetOwnChannelsAsync(Cancellation)).Select(static channel => channel.Id));
        Assert.Equal(("ada", false, false), Rights(await Api.GetUserAsync(Ada.Id, Cancellation)));
        Assert.Equal(("olga", true, true), Rights(await Api.GetUserAsync(Slack.World.AddUser("olga", UserRole.Owner).Id, Cancellation)));
        Assert.Equal("ws", (await Api.OpenConnectionAsync(Cancellation)).Scheme);
        Assert.Empty(Slack.Record.Violations);

        static (string? Name, bool IsAdmin, bool IsOwner) Rights(User user) => (user.Name, user.IsAdmin, user.IsOwner);
    }

    [Fact]
    public async Task A_modal_opens_once_and_the_field_comes_with_it()
    {
        var command = Slack.Interactions.Command(Ada, Channel, "/briefing", "ask");
        var view = View.Modal(
            "Ask",
            [
                new InputBlock(
                    TextObject.Plain("Question"),
                    new PlainTextInput
                    {
                        ActionId = "text",
                        Multiline = true,
                        MaxLength = 500,
                    }
                )
                {
                    BlockId = "question",
                },
            ]
        ) with
        {
            CallbackId = "ask",
            Submit = TextObject.Plain("Ask"),
        };

        await Api.OpenViewAsync(command.TriggerId, view, Cancellation);
        var again = await Assert.ThrowsAsync<SlackApiException>(() => Api.OpenViewAsync(command.TriggerId, view, Cancellation));

        Assert.Equal(("exchanged_trigger_id", true), (again.Error, again.IsPermanent));
    }

    [Fact]
    public async Task A_response_url_is_answered_and_its_end_is_told()
    {
        var command = Slack.Interactions.Command(Ada, Channel, "/briefing", "ask what is new?");
        ResponseMessage answer = new() { ResponseType = ResponseMessage.Ephemeral, Text = "Nothing." };
        foreach (int _ in Enumerable.Range(0, 5))
        {
            await Api.RespondAsync(command.ResponseUrl!.AbsoluteUri, answer, Cancellation);
        }

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            Api.RespondAsync(command.ResponseUrl!.AbsoluteUri, answer, Cancellation)
        );

        Assert.Equal((SlackErrors.UsedUrl, true), (error.Error, error.IsPermanent));
        Assert.Equal(5, Slack.Record.BotMessages.Count(static message => message is { Text: "Nothing.", UnfurlLinks: false }));
        Assert.DoesNotContain(command.ResponseUrl!.Segments[^1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_response_url_that_is_not_Slack_s()
    {
        await using var other = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);
        var command = other.Interactions.Command(other.World.AddUser("eve"), other.World.AddChannel("general"), "/briefing");

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            Api.RespondAsync(command.ResponseUrl!.AbsoluteUri, new ResponseMessage { Text = "secret" }, Cancellation)
        );

        Assert.True(error.IsPermanent);
        Assert.Equal(0, other.Record.Counters.Calls);
    }
}
