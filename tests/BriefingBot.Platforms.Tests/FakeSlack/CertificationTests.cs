using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>The official client takes the fake server for Slack: what both do is what our own client may rely on.</summary>
public sealed class CertificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_official_client_answers_messages(bool isHttp)
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada", UserRole.Admin);
        FakeChannel channel = slack.World.AddChannel("general");
        await using OfficialClient client = await OfficialClient.ConnectAsync(slack, isHttp, Cancel);

        FakeMessage question = slack.World.Mention(ada, channel, "what is <new> & old?");
        await client.WaitForAsync("answered", Cancel);
        FakeMessage answer = Assert.Single(slack.Record.AnswersTo(question));
        Assert.Equal($"You asked: {slack.Bot.Mention} what is &lt;new&gt; &amp; old?", answer.Text);
        Assert.Equal("**You asked:** what is &lt;new&gt; &amp; old?\nHelpful\nNot helpful\nDetails", answer.VisibleText);
        Assert.False(answer.UnfurlLinks);
        Assert.Equal(["is reading", ""], slack.Record.Statuses.Select(static status => status.Status));
        Assert.Null(slack.World.StatusOf(question));

        FakeMessage stream = slack.World.Mention(ada, channel, "stream");
        JsonObject streamed = await client.WaitForAsync("streamed", Cancel);
        Assert.Equal("streaming_state_conflict", streamed["early"]!.GetValue<string>());
        Assert.Equal("message_not_in_streaming_state", streamed["late"]!.GetValue<string>());
        FakeMessage whole = Assert.Single(slack.Record.AnswersTo(stream));
        Assert.Equal(StreamState.Stopped, whole.Stream);
        Assert.Equal("The audit is on **12 March**, says the plan [1]. ", whole.Markdown);
        Assert.True(whole.Revisions.Length > 2);

        FakeMessage edit = slack.World.Mention(ada, channel, "edit");
        JsonObject edited = await client.WaitForAsync("edited", Cancel);
        FakeMessage changed = Assert.Single(slack.Record.AnswersTo(edit));
        Assert.Equal([edit.Text, "Done"], edited["texts"]!.AsArray().Select(static text => text!.GetValue<string>()));
        Assert.Equal("A1", edited["answer"]!.GetValue<string>());
        Assert.Equal(slack.World.PermalinkOf(changed), edited["link"]!.GetValue<string>());
        Assert.True(edited["admin"]!.GetValue<bool>());
        Assert.Equal(["Working", "Done"], changed.Revisions.Select(static revision => revision.Text));
        Assert.Equal("eyes", Assert.Single(changed.Reactions).Name);

        slack.World.Mention(ada, channel, "refuse");
        JsonObject refused = await client.WaitForAsync("refused", Cancel);
        Assert.Equal(
            ["invalid_blocks", "invalid_blocks", "markdown_text_conflict", "channel_not_found", "no_text"],
            refused["errors"]!.AsArray().Select(static error => error!.GetValue<string>())
        );

        FakeMessage direct = slack.World.SendDirectMessage(ada, "hello");
        Assert.Equal("In private: hello", (await slack.Record.WaitForAnswerAsync(direct, cancellationToken: Cancel)).Text);
        slack.World.Join(slack.World.AddUser("grace"), channel);
        await client.WaitForAsync("joined", Cancel);
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.All(slack.Record.Deliveries, static delivery => Assert.Equal(DeliveryState.Acknowledged, delivery.State));
        Assert.Equal(0, await client.ExitAsync(Cancel));
        Assert.Empty(slack.Record.Violations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_official_client_answers_commands_clicks_and_views(bool isHttp)
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        await using OfficialClient client = await OfficialClient.ConnectAsync(slack, isHttp, Cancel);

        FakeInteraction quick = slack.Interactions.Command(ada, channel, "/briefing", "quick");
        Assert.Equal("At once", (await slack.Record.WaitForAnswerAsync(quick, cancellationToken: Cancel)).Text);

        FakeInteraction command = slack.Interactions.Command(ada, channel, "/briefing", "trade");
        FakeMessage found = await slack.Record.WaitForAnswerAsync(command, cancellationToken: Cancel);
        Assert.Equal(ada, found.EphemeralTo);
        JsonObject commanded = await client.WaitForAsync("commanded", Cancel);
        Assert.Equal("general", commanded["channel"]!.GetValue<string>());

        FakeInteraction share = slack.Interactions.Click(ada, found, "share");
        JsonObject shared = await client.WaitForAsync("shared", Cancel);
        Assert.True(shared["ephemeral"]!.GetValue<bool>());
        Assert.False(shared["hasMessage"]!.GetValue<bool>());
        Assert.True(found.IsDeleted);
        FakeMessage visible = Assert.Single(slack.Record.AnswersTo(share));
        Assert.Equal("Shared: trade", visible.Text);
        Assert.Contains(visible, channel.Messages);
        Assert.Equal(2, share.ResponseUrlUses);

        FakeMessage question = slack.World.Mention(ada, channel, "what is new?");
        FakeMessage answer = await slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancel);
        slack.Interactions.GiveFeedback(ada, answer, isPositive: true);
        Assert.Equal("up", (await client.WaitForAsync("rated", Cancel))["value"]!.GetValue<string>());
        slack.Interactions.GiveFeedback(ada, answer, isPositive: false);
        Assert.Equal("down", (await client.WaitForAsync("rated", Cancel))["value"]!.GetValue<string>());

        slack.Interactions.Click(ada, answer, "details");
        PublishedView modal = await slack.Record.WaitForModalAsync(ada, cancellationToken: Cancel);
        Assert.Equal("exchanged_trigger_id", (await client.WaitForAsync("opened", Cancel))["again"]!.GetValue<string>());
        slack.Interactions.Submit(ada, modal, Note(""));
        await client.WaitForAsync("submitted", Cancel);
        FakeInteraction submitted = slack.Interactions.Submit(ada, modal, Note("look"));
        Assert.Equal("look", (await client.WaitForAsync("submitted", Cancel))["text"]!.GetValue<string>());
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal(DeliveryState.Acknowledged, submitted.Delivery.State);

        FakeInteraction shortcut = slack.Interactions.MessageShortcut(ada, question, "check");
        Assert.Equal($"Checked: {question.Text}", (await slack.Record.WaitForAnswerAsync(shortcut, cancellationToken: Cancel)).Text);

        slack.World.OpenHome(ada);
        PublishedView home = await slack.Record.WaitForHomeAsync(ada, static view => view.Version == 2, cancellationToken: Cancel);
        Assert.Equal("The coverage\nThe coverage", home.VisibleText);
        Assert.Equal("hash_conflict", (await client.WaitForAsync("published", Cancel))["stale"]!.GetValue<string>());
        Assert.Equal(0, await client.ExitAsync(Cancel));
        Assert.Empty(slack.Record.Violations);
    }

    private static JsonObject Note(string text) =>
        new()
        {
            ["note"] = new JsonObject
            {
                ["text"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = text },
            },
        };
}
