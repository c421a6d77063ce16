using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest.RateLimits;

// Not named after the folder: that would hide the type FakeDiscord from every test beside.
namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>The official client takes the fake server for Discord: what both do is what our own client may rely on.</summary>
public sealed class CertificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_client_registers_commands_and_answers_messages()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        FakeGuild guild = discord.World.AddGuild("Newsroom");
        FakeChannel channel = guild.AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        await using OfficialClient client = await OfficialClient.StartAsync(discord, Cancel);

        JsonObject ready = await client.WaitForAsync("ready", Cancel);
        Assert.Equal(discord.Application.Bot.Id.ToString(), ready["user"]!.GetValue<string>());
        Assert.Equal(discord.Application.Id.ToString(), ready["application"]!.GetValue<string>());
        Assert.Equal(guild.Id.ToString(), Assert.Single(ready["guilds"]!.AsArray())!.GetValue<string>());
        Assert.Equal(1, ready["channels"]!.GetValue<int>());
        Assert.Equal(5, ready["commands"]!.GetValue<int>());
        Assert.True(ready["unchanged"]!.GetValue<bool>());
        Assert.Equal("the news", Assert.Single(discord.Gateway.Sessions).Presence!["activities"]![0]!["name"]!.GetValue<string>());

        discord.World.Send(ada, channel, "not for the bot");
        JsonObject unseen = await client.WaitForAsync("message", Cancel);
        Assert.Equal("", unseen["content"]!.GetValue<string>());

        FakeMessage question = discord.World.Mention(ada, channel, "what is new?");
        JsonObject replied = await client.WaitForAsync("replied", Cancel);
        Assert.Equal(question.Id.ToString(), replied["reference"]!.GetValue<string>());
        FakeMessage answer = Assert.Single(discord.Record.AnswersTo(question));
        Assert.Equal($"You asked: {question.Content}", answer.Content);
        Assert.Empty(answer.Pings);
        Assert.Equal(MessageFlags.SuppressEmbeds, answer.Flags);

        FakeMessage direct = discord.World.SendDirectMessage(ada, "in private");
        await client.WaitForAsync("replied", Cancel);
        Assert.Equal("You asked: in private", Assert.Single(discord.Record.AnswersTo(direct)).Content);

        FakeMessage edit = discord.World.Mention(ada, channel, "edit");
        JsonObject edited = await client.WaitForAsync("edited", Cancel);
        Assert.Equal(1, edited["history"]!.GetValue<int>());
        FakeMessage changed = Assert.Single(discord.Record.AnswersTo(edit));
        Assert.Equal(["", "Done"], changed.Revisions.Select(static revision => revision.Content));
        Assert.Equal("\U0001F44D", Assert.Single(changed.Reactions).Emoji);

        FakeMessage opening = discord.World.Mention(ada, channel, "thread");
        await client.WaitForAsync("thread", Cancel);
        Assert.Equal("In the thread", Assert.Single(discord.Record.AnswersTo(opening)).Content);
        Assert.Equal(opening.Thread, Assert.Single(discord.Record.Typing).Channel);

        FakeMessage list = discord.World.Mention(ada, channel, "card");
        JsonObject card = await client.WaitForAsync("card", Cancel);
        Assert.Equal([17, 10, 14, 9], card["types"]!.AsArray().Select(static type => type!.GetValue<int>()));
        Assert.Equal([2, 3, 4], card["ids"]!.AsArray().Select(static id => id!.GetValue<int>()));
        Assert.Equal(Enumerable.Repeat(50035, 7), card["codes"]!.AsArray().Select(static code => code!.GetValue<int>()));
        Assert.Equal(
            (true, "Changed", ""),
            (card["v2"]!.GetValue<bool>(), card["now"]!.GetValue<string>(), card["content"]!.GetValue<string>())
        );
        Assert.Equal("Changed", Assert.Single(discord.Record.AnswersTo(list)).VisibleText);

        discord.World.Mention(ada, channel, "long");
        JsonObject refused = await client.WaitForAsync("refused", Cancel);
        Assert.Equal([50035, 50035, 50006], refused["codes"]!.AsArray().Select(static code => code!.GetValue<int>()));

        Assert.Equal(0, await client.ExitAsync(Cancel));
        Assert.Empty(discord.Record.Violations);
    }

    [Fact]
    public async Task The_official_client_answers_interactions()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        FakeGuild guild = discord.World.AddGuild("Newsroom");
        FakeChannel channel = guild.AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        FakeUser admin = discord.World.AddUser("admin");
        guild.AddMember(admin, guild.AddRole("editors", Permissions.ManageGuild));
        await using OfficialClient client = await OfficialClient.StartAsync(discord, Cancel);
        await client.WaitForAsync("ready", Cancel);

        FakeInteraction ask = discord.Interactions.InvokeCommand(
            ada,
            channel,
            "ask",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "Who won?" }
        );
        JsonObject asked = await client.WaitForAsync("asked", Cancel);
        Assert.Equal(CallbackType.DeferredMessage, ask.Callback);
        Assert.Equal("About: Who won?", ask.Original!.Content);
        Assert.True(ask.Original.Revisions[0].Flags.HasFlag(MessageFlags.Loading));
        Assert.False(ask.Original.IsLoading);
        Assert.True(asked["ephemeral"]!.GetValue<bool>());
        Assert.Equal("Sources", Assert.Single(ask.FollowUps).Content);
        Assert.DoesNotContain(ask.FollowUps[0], channel.Messages);
        Assert.Equal("InteractionAlreadyReplied", asked["late"]!.GetValue<string>());

        discord.Interactions.ClickButton(ada, ask.Original, "helpful");
        await client.WaitForAsync("clicked", Cancel);
        Assert.Equal("About: Who won? (thanks)", ask.Original.Content);
        Assert.Empty(ask.Original.Components);

        FakeMessage claim = discord.World.Send(ada, channel, "The moon is cheese");
        FakeInteraction check = discord.Interactions.InvokeMessageCommand(ada, claim, "Fact-check against coverage");
        await client.WaitForAsync("checked", Cancel);
        Assert.Equal("Checked: The moon is cheese", check.Original!.Content);

        Assert.Throws<InvalidOperationException>(() => discord.Interactions.InvokeCommand(ada, channel, "reindex"));
        discord.Interactions.InvokeCommand(admin, channel, "reindex");
        Assert.True((await client.WaitForAsync("reindexed", Cancel))["mayManage"]!.GetValue<bool>());
        discord.Interactions.InvokeCommand(ada, channel, "reindex", ignoreCommandPermissions: true);
        Assert.False((await client.WaitForAsync("reindexed", Cancel))["mayManage"]!.GetValue<bool>());

        FakeInteraction typing = discord.Interactions.Autocomplete(ada, channel, "ask", "topic", "tr");
        await client.WaitForAsync("completed", Cancel);
        Assert.Equal("trade", Assert.Single(typing.Choices!)!["value"]!.GetValue<string>());

        FakeInteraction latest = discord.Interactions.InvokeCommand(ada, channel, "latest");
        JsonObject listed = await client.WaitForAsync("listed", Cancel);
        Assert.Equal((true, "All of it"), (listed["v2"]!.GetValue<bool>(), listed["text"]!.GetValue<string>()));
        Assert.Equal("All of it", latest.Original!.VisibleText);

        FakeInteraction note = discord.Interactions.InvokeCommand(ada, channel, "note");
        await client.WaitForAsync("modal", Cancel);
        FakeInteraction form = discord.Interactions.SubmitModal(
            note,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = "Read this" }
        );
        await client.WaitForAsync("submitted", Cancel);
        Assert.Equal("Read this", form.Original!.Content);

        FakeInteraction direct = discord.Interactions.InvokeCommand(
            ada,
            discord.World.DirectMessageWith(ada),
            "ask",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "Here too?" }
        );
        await client.WaitForAsync("asked", Cancel);
        Assert.Equal("About: Here too?", direct.Original!.Content);

        FakeInteraction among = discord.Interactions.InvokeCommand(
            ada,
            discord.World.AddGroup(ada, admin),
            "ask",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "Among us?" }
        );
        JsonObject answered = await client.WaitForAsync("asked", Cancel);
        Assert.Equal((2, ada.Id.ToString()), (answered["context"]!.GetValue<int>(), answered["installedBy"]!.GetValue<string>()));
        Assert.Equal("About: Among us?", among.Original!.Content);
        Assert.Empty(discord.Record.Violations);
    }

    [Fact]
    public async Task The_official_client_resumes_with_replay_and_identifies_again_when_the_session_is_gone()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(1) },
            Cancel
        );
        FakeChannel channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        await using OfficialClient client = await OfficialClient.StartAsync(discord, Cancel);
        await client.WaitForAsync("ready", Cancel);

        int resumes = 0;
        foreach (
            GatewayFault fault in (GatewayFault[])
                [GatewayFault.Reconnect, GatewayFault.Close4000, GatewayFault.ResumableInvalidSession, GatewayFault.DropTcp]
        )
        {
            discord.Gateway.Inject(fault);
            FakeMessage meanwhile = discord.World.Mention(ada, channel, $"after {fault}");
            FakeMessage answer = await discord.Record.WaitForAnswerAsync(
                meanwhile,
                timeout: TimeSpan.FromSeconds(20),
                cancellationToken: Cancel
            );
            JsonObject resumed = await client.WaitForAsync("resumed", Cancel);
            Assert.True(resumed["replayed"]!.GetValue<int>() >= 1, $"{fault}: {resumed.ToJsonString()}");
            Assert.Equal($"You asked: {meanwhile.Content}", answer.Content);
            Assert.Equal(++resumes, discord.Record.Counters.Resumes);
        }

        Assert.Equal(1, discord.Record.Counters.Identifies);
        discord.Gateway.RequestHeartbeat();
        discord.Gateway.SilenceHeartbeatAcks();
        await client.WaitForAsync("resumed", Cancel);

        discord.Gateway.Inject(GatewayFault.InvalidateSession);
        await client.WaitForAsync("shardReady", Cancel);
        Assert.Equal(2, discord.Record.Counters.Identifies);
        FakeMessage after = discord.World.Mention(ada, channel, "still there?");
        await discord.Record.WaitForAnswerAsync(after, cancellationToken: Cancel);
        Assert.Empty(discord.Record.Violations);
    }

    [Fact]
    public async Task The_official_client_keeps_to_the_buckets_and_retries_what_is_refused()
    {
        FakeDiscordOptions options = new() { RateLimits = new RateLimitOptions { TimeScale = 0.1 } };
        await using FakeDiscord discord = await FakeDiscord.StartAsync(options, Cancel);
        FakeChannel channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        await using OfficialClient client = await OfficialClient.StartAsync(discord, Cancel);
        await client.WaitForAsync("ready", Cancel);

        discord.World.Mention(ada, channel, "burst");
        await client.WaitForAsync("burst", Cancel);
        Assert.Contains(client.Seen, static told => told["event"]!.GetValue<string>() == "rateLimited");
        Assert.Equal(8, discord.Record.BotMessages.Count);
        Assert.Equal(0, discord.Record.Counters.RateLimited);

        foreach (
            RestFaultKind kind in (RestFaultKind[])
                [
                    RestFaultKind.RateLimitUser,
                    RestFaultKind.RateLimitGlobal,
                    RestFaultKind.RateLimitShared,
                    RestFaultKind.ErrorStatus,
                    RestFaultKind.ErrorStatusAfterEffect,
                ]
        )
        {
            discord.Faults.Add(new RestFault(kind, "POST /channels/{channel_id}/messages"));
            FakeMessage question = discord.World.Mention(ada, channel, $"through {kind}");
            await client.WaitForAsync("replied", Cancel);
            Assert.Single(discord.Record.AnswersTo(question));
        }

        Assert.Equal(3, discord.Record.Counters.RateLimited);
        Assert.Equal(2, discord.Record.Counters.InvalidRequests);
        Assert.Equal(1, discord.Record.Counters.NonceDuplicates);
    }

    [Fact]
    public async Task The_official_client_answers_each_question_once_while_connections_and_requests_fail_by_chance()
    {
        FakeDiscordOptions options = new() { RateLimits = new RateLimitOptions { Enabled = false } };
        await using FakeDiscord discord = await FakeDiscord.StartAsync(options, Cancel);
        FakeChannel channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        await using OfficialClient client = await OfficialClient.StartAsync(discord, Cancel);
        await client.WaitForAsync("ready", Cancel);

        // Nothing that loses events or that this client does not retry: the fake has to bring every question to it.
        discord.Faults.Randomize(
            new RandomFaults(Seed: 11, GatewayRate: 0.1, RestRate: 0.2)
            {
                Gateway = [GatewayFault.Reconnect, GatewayFault.ResumableInvalidSession, GatewayFault.Close4000, GatewayFault.DropTcp],
                Rest =
                [
                    RestFaultKind.ErrorStatusAfterEffect,
                    RestFaultKind.RateLimitUser,
                    RestFaultKind.RateLimitShared,
                    RestFaultKind.Delay,
                ],
                MaxGatewayFaults = 8,
            }
        );
        FakeMessage[] questions = [.. Enumerable.Range(0, 60).Select(number => discord.World.Mention(ada, channel, $"question {number}"))];
        foreach (FakeMessage question in questions)
        {
            await discord.Record.WaitForAnswerAsync(question, timeout: TimeSpan.FromSeconds(30), cancellationToken: Cancel);
        }

        Assert.All(questions, question => Assert.Single(discord.Record.AnswersTo(question)));
        Assert.Equal(1, discord.Record.Counters.Identifies);
        Assert.NotEqual(0, discord.Record.Counters.Resumes);
        Assert.NotEqual(0, discord.Record.Counters.NonceDuplicates);
        Assert.Empty(discord.Record.Violations);
    }

    [Fact]
    public async Task The_official_client_gives_up_on_a_bad_token()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        await using OfficialClient client = await OfficialClient.StartAsync(discord, Cancel, token: "some.other.token");
        JsonObject failed = await client.WaitForAsync("loginFailed", Cancel);
        Assert.Contains("token", failed["message"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, discord.Record.Counters.InvalidRequests);
    }
}
