using System.Globalization;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host.Resilience;

/// <summary>What a bot that was stopped or killed left behind.</summary>
public sealed class RestartTests : ResilienceTest
{
    private const string PostMessage = "POST /channels/{channel_id}/messages";
    private const string EditOriginal = "PATCH /webhooks/{application_id}/{interaction_token}/messages/{message}";

    [Fact]
    public async Task A_restart_loses_no_question_and_keeps_buttons_and_conversations()
    {
        FakeMessage first;
        await using (var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation))
        {
            first = await AnswerToAsync(Discord.World.Mention(User, Channel, Newsroom.Question));
            Assert.Equal(0, await bot.StopAsync(Cancellation));
        }

        var missed = Discord.World.Mention(User, Channel, "What countermeasures is Seoul planning in response to the treaty?");
        await using var next = BotOnDiscord.Launch(Discord, Data);

        await AnswerToAsync(missed);
        var followUp = Discord.World.Reply(User, first, "When did they speak?");
        await AnswerToAsync(followUp);
        var click = Discord.Interactions.ClickButton(User, first, ButtonOf(first, "helpful"));
        await Discord.Record.WaitForAnswerAsync(click, cancellationToken: Cancellation);

        Assert.Equal(1, Discord.Record.Counters.Identifies);
        Assert.Equal(1, Discord.Record.Counters.CommandOverwrites);
        Assert.Single(Discord.Record.AnswersTo(missed));
        Assert.Equal(2, Data.Query("SELECT conversation FROM answer GROUP BY conversation").Count);
        Assert.Equal(["1"], Data.Query("SELECT vote FROM vote"));
    }

    [Theory]
    [InlineData(RestFaultKind.DropTcp)]
    [InlineData(RestFaultKind.DropTcpAfterEffect)]
    public async Task Killed_while_it_posts_the_bot_posts_the_answer_once_after_its_restart(RestFaultKind fault)
    {
        FakeMessage question;
        await using (var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation))
        {
            // Whether the answer was posted or not, the bot never learns of it.
            Discord.Faults.Add(new RestFault(fault, PostMessage, 2));
            question = Discord.World.Mention(User, Channel, Newsroom.Question);
            await Discord.Record.WaitForRequestAsync(request => request.Route == PostMessage, cancellationToken: Cancellation);
            await bot.KillAsync();
            Assert.Equal(fault == RestFaultKind.DropTcp ? 0 : 1, Discord.Record.AnswersTo(question).Count);
        }

        await using var next = BotOnDiscord.Launch(Discord, Data);
        await AnswerToAsync(question);
        await Discord.Record.WaitUntilAsync(() => Discord.Record.Counters.Resumes == 1, Patience, Cancellation);
        var second = await AnswerToAsync(
            Discord.World.Mention(User, Channel, "What countermeasures is Seoul planning in response to the treaty?")
        );

        Assert.Contains("sanctions", second.Content, StringComparison.Ordinal);
        Assert.Single(Discord.Record.AnswersTo(question));
    }

    [Fact]
    public async Task What_a_killed_process_posted_is_found_in_the_channel_when_Discord_has_forgotten_the_nonce()
    {
        await RestartAsync(new FakeDiscordOptions { NonceLifetime = TimeSpan.Zero });
        FakeMessage question;
        await using (var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation))
        {
            Discord.Faults.Add(new RestFault(RestFaultKind.DropTcpAfterEffect, PostMessage));
            question = Discord.World.Mention(User, Channel, Newsroom.Question);
            await Discord.Record.WaitForRequestAsync(request => request.Route == PostMessage, cancellationToken: Cancellation);
            await bot.KillAsync();
        }

        // The bot was away for some minutes.
        Data.Execute("UPDATE chat_question SET asked = asked - 120000");
        await using var next = BotOnDiscord.Launch(Discord, Data);
        await Discord.Record.WaitForRequestAsync(request => request.Route == "GET /channels/{channel_id}/messages", Patience, Cancellation);
        await AnswerToAsync(Discord.World.Mention(User, Channel, "Who won the football world cup?"));

        Assert.Single(Discord.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Killed_while_it_answers_a_command_the_bot_fills_the_deferred_reply_in_after_its_restart()
    {
        FakeInteraction asked;
        await using (var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation))
        {
            Discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, EditOriginal, 2));
            asked = Discord.Interactions.InvokeCommand(
                User,
                Channel,
                "ask",
                new Dictionary<string, object> { ["question"] = Newsroom.Question }
            );
            await Discord.Record.WaitForRequestAsync(request => request.Route == EditOriginal, cancellationToken: Cancellation);
            await bot.KillAsync();
        }

        await using var next = BotOnDiscord.Launch(Discord, Data);
        var answer = await Discord.Record.WaitForAnswerAsync(asked, timeout: Patience, cancellationToken: Cancellation);

        Assert.Same(asked.Original, answer);
        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Single(Discord.Record.BotMessages);
    }

    [Fact]
    public async Task Messages_of_a_time_without_any_session_are_found_and_answered()
    {
        await using var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation);
        var known = Discord.World.SendDirectMessage(User, Newsroom.Question);
        await AnswerToAsync(known);

        Discord.Gateway.Inject(GatewayFault.InvalidateSession);
        var mention = Discord.World.Mention(User, Channel, Newsroom.Question);
        var direct = Discord.World.SendDirectMessage(User, "What countermeasures is Seoul planning in response to the treaty?");
        Assert.Equal(2, Discord.Record.Counters.UndeliveredEvents);

        await AnswerToAsync(mention);
        await AnswerToAsync(direct);
        Assert.All(new[] { known, mention, direct }, message => Assert.Single(Discord.Record.AnswersTo(message)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Talk_that_was_ignored_is_not_answered_after_a_restart_because_a_setting_changed(bool isKilled)
    {
        var admin = Discord.World.AddUser("admin");
        Channel.Guild!.AddMember(admin, Channel.Guild.AddRole("managers", Permissions.ManageGuild));
        FakeMessage ignored;
        int sequence;
        await using (var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation))
        {
            await EnableAsync(admin, isEnabled: false);
            sequence = Assert.Single(Discord.Gateway.Sessions).Sequence;
            await AnswerToAsync(Discord.World.Mention(User, Channel, Newsroom.Question));
            ignored = Discord.World.Mention(User, Channel, Newsroom.Question);
            await AnswerToAsync(Discord.World.SendDirectMessage(User, Newsroom.Question));
            await EnableAsync(admin, isEnabled: true);
            if (!isKilled)
            {
                Assert.Equal(0, await bot.StopAsync(Cancellation));
            }
        }

        if (isKilled)
        {
            // It died before it saved how far it had come.
            Data.Execute($"UPDATE platform_state SET value = json_set(value, '$.sequence', {sequence}) WHERE key LIKE 'session/%'");
        }

        var missed = Discord.World.Mention(User, Channel, Newsroom.Question);
        await using var again = await BotOnDiscord.StartAsync(Discord, Data, Cancellation);
        await AnswerToAsync(missed);

        // A channel's messages are decided in their order.
        Assert.DoesNotContain(
            Data.Query("SELECT id FROM chat_question"),
            id => id.Contains(ignored.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );
        Assert.Contains(
            Data.Query("SELECT id FROM chat_question"),
            id => id.Contains(missed.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );
        Assert.Equal(1, Discord.Record.Counters.Resumes);
    }
}
