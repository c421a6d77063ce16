using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>What people do becomes the events that Slack makes of it.</summary>
public sealed class PeopleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edits_and_deletions_are_hidden_subtypes()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeMessage message = slack.World.Post(ada, slack.World.AddChannel("general"), "first");
        slack.World.Edit(message, "second");
        slack.World.Delete(message);
        JsonNode[] events = Events(slack);
        Assert.Equal([null, "message_changed", "message_deleted"], events.Select(static inner => inner["subtype"]?.GetValue<string>()));
        Assert.True(events[1]["hidden"]!.GetValue<bool>());
        Assert.Equal(
            ("second", "first"),
            (events[1]["message"]!["text"]!.GetValue<string>(), events[1]["previous_message"]!["text"]!.GetValue<string>())
        );
        Assert.Equal(message.Ts, events[2]["deleted_ts"]!.GetValue<string>());
        Assert.Equal(3, events.Select(static inner => inner["ts"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task The_bot_sees_its_own_posts_with_its_bot_id()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeChannel channel = slack.World.AddChannel("general");
        using RawClient client = new(slack);
        await client.CallAsync("chat.postMessage", new JsonObject { ["channel"] = channel.Id, ["text"] = $"I am {slack.Bot.Mention}" });
        JsonNode echo = Assert.Single(Events(slack));
        Assert.Equal((slack.Bot.Id, slack.Bot.BotId), (echo["user"]!.GetValue<string>(), echo["bot_id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Other_bots_and_subtypes_are_told_apart()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeUser weather = slack.World.AddBot("weather");
        FakeChannel channel = slack.World.AddChannel("general");
        slack.World.Post(weather, channel, "rain");
        slack.World.Post(ada, channel, "a picture", subtype: "file_share");
        slack.World.Mention(weather, channel, "what is new?");
        JsonNode[] events = Events(slack);
        Assert.Equal(weather.BotId, events[0]["bot_id"]!.GetValue<string>());
        Assert.NotEqual(slack.AppId, events[0]["app_id"]!.GetValue<string>());
        Assert.Equal("file_share", events[1]["subtype"]!.GetValue<string>());
        Assert.Equal(4, events.Length);
    }

    [Fact]
    public async Task Home_joins_reactions_context_and_the_end_are_told()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general", withBot: false);
        slack.World.OpenHome(ada);
        slack.World.Join(slack.Bot, channel, inviter: ada);
        slack.World.ChangeContext(ada, channel);
        slack.World.React(ada, slack.World.Post(ada, channel, "hello"), "eyes");
        slack.World.RevokeTokens();
        slack.World.Uninstall();
        JsonNode[] events = Events(slack);
        Assert.Equal(
            [
                "app_home_opened",
                "member_joined_channel",
                "app_context_changed",
                "message",
                "reaction_added",
                "tokens_revoked",
                "app_uninstalled",
            ],
            events.Select(static inner => inner["type"]!.GetValue<string>())
        );
        Assert.Equal(
            ("home", slack.World.DirectMessageWith(ada).Id),
            (events[0]["tab"]!.GetValue<string>(), events[0]["channel"]!.GetValue<string>())
        );
        Assert.Equal((slack.Bot.Id, ada.Id), (events[1]["user"]!.GetValue<string>(), events[1]["inviter"]!.GetValue<string>()));
        Assert.Equal(channel.Id, events[2]["context"]!["entities"]![0]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task People_of_other_workspaces_share_a_channel_and_carry_their_own_and_guests_are_restricted()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeChannel channel = slack.World.AddChannel("general");
        FakeUser eve = slack.World.AddExternalUser("eve");
        FakeUser gus = slack.World.AddUser("gus", UserRole.SingleChannelGuest);
        Assert.False(channel.IsShared);
        slack.World.Join(eve, channel);
        slack.World.Mention(eve, channel, "hello");
        JsonNode[] told =
        [
            .. slack
                .Record.Deliveries.Select(static delivery => delivery.Payload)
                .Where(static payload => payload["event"]!["type"]!.GetValue<string>() == "app_mention"),
        ];
        using RawClient client = new(slack);
        JsonNode external = (await client.GetAsync("users.info", $"user={eve.Id}"))["user"]!;
        JsonNode guest = (await client.GetAsync("users.info", $"user={gus.Id}"))["user"]!;
        JsonNode inner = Assert.Single(told)["event"]!;
        Assert.Equal((eve.TeamId, eve.TeamId), (inner["team"]!.GetValue<string>(), inner["user_team"]!.GetValue<string>()));
        Assert.True(told[0]["is_ext_shared_channel"]!.GetValue<bool>());
        Assert.Equal(
            (eve.TeamId, true, false),
            (
                external["team_id"]!.GetValue<string>(),
                external["is_stranger"]!.GetValue<bool>(),
                external["is_restricted"]!.GetValue<bool>()
            )
        );
        Assert.Equal(
            (slack.TeamId, false, true),
            (guest["team_id"]!.GetValue<string>(), guest["is_stranger"]!.GetValue<bool>(), guest["is_ultra_restricted"]!.GetValue<bool>())
        );
        Assert.DoesNotContain(gus, channel.Members);
    }

    [Fact]
    public async Task Colleagues_of_one_organization_have_workspaces_of_their_own_and_its_id()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { EnterpriseId = "E0ORG" }, Cancel);
        FakeChannel channel = slack.World.AddChannel("general");
        FakeUser cleo = slack.World.AddColleague("cleo");
        FakeUser eve = slack.World.AddExternalUser("eve");
        slack.World.Join(cleo, channel);
        slack.World.Mention(cleo, channel, "hello");
        JsonObject told = slack
            .Record.Deliveries.Select(static delivery => delivery.Payload)
            .First(static payload => payload["event"]!["type"]!.GetValue<string>() == "app_mention");
        using RawClient client = new(slack);
        JsonNode colleague = (await client.GetAsync("users.info", $"user={cleo.Id}"))["user"]!;
        JsonNode external = (await client.GetAsync("users.info", $"user={eve.Id}"))["user"]!;
        Assert.Equal(cleo.TeamId, told["event"]!["user_team"]!.GetValue<string>());
        Assert.NotEqual(slack.TeamId, cleo.TeamId);
        Assert.Equal(
            (false, "E0ORG"),
            (told["is_ext_shared_channel"]!.GetValue<bool>(), told["authorizations"]![0]!["enterprise_id"]!.GetValue<string>())
        );
        Assert.Equal(
            ("E0ORG", false),
            (colleague["enterprise_user"]!["enterprise_id"]!.GetValue<string>(), colleague["is_stranger"]!.GetValue<bool>())
        );
        Assert.Null(external["enterprise_user"]);
        Assert.Equal("E0ORG", (await client.CallAsync("auth.test", []))["enterprise_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Events_need_a_subscription_and_a_scope()
    {
        FakeSlackOptions options = new()
        {
            BotEvents = ["app_mention", "message.im", "message.channels"],
            Scopes = ["app_mentions:read", "im:history"],
        };
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(options, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        slack.World.Mention(ada, channel, "hello");
        slack.World.OpenHome(ada);
        slack.World.SendDirectMessage(ada, "hello");
        Assert.Equal(["app_mention", "message"], Events(slack).Select(static inner => inner["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Thread_replies_carry_their_root_and_answers_are_found_by_it()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeMessage root = slack.World.Mention(ada, slack.World.AddChannel("general"), "first?");
        FakeMessage reply = slack.World.Reply(ada, root, "and second?");
        FakeMessage deeper = slack.World.Reply(ada, reply, "third?");
        Assert.Equal((root.Ts, root.Ts), (reply.ThreadTs, deeper.ThreadTs));
        Assert.Equal(root.Ts, Events(slack)[^1]["thread_ts"]!.GetValue<string>());
        using RawClient client = new(slack);
        await client.CallAsync(
            "chat.postMessage",
            new JsonObject
            {
                ["channel"] = root.Channel.Id,
                ["thread_ts"] = root.Ts,
                ["text"] = "An answer",
            }
        );
        Assert.Equal("An answer", (await slack.Record.WaitForAnswerAsync(deeper, cancellationToken: Cancel)).Text);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            slack.Record.WaitForAnswerAsync(root, static message => message.Text == "Another", TimeSpan.FromMilliseconds(50), Cancel)
        );
    }

    private static JsonNode[] Events(FakeSlackServer slack) =>
        [.. slack.Record.Deliveries.Select(static delivery => delivery.Payload["event"]!)];
}
