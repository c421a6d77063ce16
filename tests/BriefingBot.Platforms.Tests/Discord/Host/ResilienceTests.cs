using System.Globalization;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class ResilienceTests : IAsyncLifetime
{
    private const string PostMessage = "POST /channels/{channel_id}/messages";
    private const string EditOriginal = "PATCH /webhooks/{application_id}/{interaction_token}/messages/{message}";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly DataFolder _data = new();
    private FakeDiscord _discord = null!;
    private FakeChannel _channel = null!;
    private FakeUser _user = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(new FakeDiscordOptions());

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_restart_loses_no_question_and_keeps_buttons_and_conversations()
    {
        FakeMessage first;
        await using (var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation))
        {
            first = await AnswerToAsync(_discord.World.Mention(_user, _channel, Newsroom.Question));
            Assert.Equal(0, await bot.StopAsync(Cancellation));
        }

        var missed = _discord.World.Mention(_user, _channel, "What countermeasures is Seoul planning in response to the treaty?");
        await using var next = BotOnDiscord.Launch(_discord, _data);

        await AnswerToAsync(missed);
        var followUp = _discord.World.Reply(_user, first, "When did they speak?");
        await AnswerToAsync(followUp);
        var click = _discord.Interactions.ClickButton(_user, first, ButtonOf(first, "helpful"));
        await _discord.Record.WaitForAnswerAsync(click, cancellationToken: Cancellation);

        Assert.Equal(1, _discord.Record.Counters.Identifies);
        Assert.Equal(1, _discord.Record.Counters.CommandOverwrites);
        Assert.Single(_discord.Record.AnswersTo(missed));
        Assert.Equal(2, _data.Query("SELECT conversation FROM answer GROUP BY conversation").Count);
        Assert.Equal(["1"], _data.Query("SELECT vote FROM vote"));
    }

    [Theory]
    [InlineData(RestFaultKind.DropTcp)]
    [InlineData(RestFaultKind.DropTcpAfterEffect)]
    public async Task Killed_while_it_posts_the_bot_posts_the_answer_once_after_its_restart(RestFaultKind fault)
    {
        FakeMessage question;
        await using (var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation))
        {
            // Whether the answer was posted or not, the bot never learns of it.
            _discord.Faults.Add(new RestFault(fault, PostMessage, 2));
            question = _discord.World.Mention(_user, _channel, Newsroom.Question);
            await _discord.Record.WaitForRequestAsync(request => request.Route == PostMessage, cancellationToken: Cancellation);
            await bot.KillAsync();
            Assert.Equal(fault == RestFaultKind.DropTcp ? 0 : 1, _discord.Record.AnswersTo(question).Count);
        }

        await using var next = BotOnDiscord.Launch(_discord, _data);
        await AnswerToAsync(question);
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.Resumes == 1, Patience, Cancellation);
        var second = await AnswerToAsync(
            _discord.World.Mention(_user, _channel, "What countermeasures is Seoul planning in response to the treaty?")
        );

        Assert.Contains("sanctions", second.Content, StringComparison.Ordinal);
        Assert.Single(_discord.Record.AnswersTo(question));
    }

    [Fact]
    public async Task What_a_killed_process_posted_is_found_in_the_channel_when_Discord_has_forgotten_the_nonce()
    {
        await RestartAsync(new FakeDiscordOptions { NonceLifetime = TimeSpan.Zero });
        FakeMessage question;
        await using (var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation))
        {
            _discord.Faults.Add(new RestFault(RestFaultKind.DropTcpAfterEffect, PostMessage));
            question = _discord.World.Mention(_user, _channel, Newsroom.Question);
            await _discord.Record.WaitForRequestAsync(request => request.Route == PostMessage, cancellationToken: Cancellation);
            await bot.KillAsync();
        }

        // The bot was away for some minutes.
        _data.Execute("UPDATE chat_question SET asked = asked - 120000");
        await using var next = BotOnDiscord.Launch(_discord, _data);
        await _discord.Record.WaitForRequestAsync(
            request => request.Route == "GET /channels/{channel_id}/messages",
            Patience,
            Cancellation
        );
        await AnswerToAsync(_discord.World.Mention(_user, _channel, "Who won the football world cup?"));

        Assert.Single(_discord.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Killed_while_it_answers_a_command_the_bot_fills_the_deferred_reply_in_after_its_restart()
    {
        FakeInteraction asked;
        await using (var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation))
        {
            _discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, EditOriginal, 2));
            asked = _discord.Interactions.InvokeCommand(
                _user,
                _channel,
                "ask",
                new Dictionary<string, object> { ["question"] = Newsroom.Question }
            );
            await _discord.Record.WaitForRequestAsync(request => request.Route == EditOriginal, cancellationToken: Cancellation);
            await bot.KillAsync();
        }

        await using var next = BotOnDiscord.Launch(_discord, _data);
        var answer = await _discord.Record.WaitForAnswerAsync(asked, timeout: Patience, cancellationToken: Cancellation);

        Assert.Same(asked.Original, answer);
        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Single(_discord.Record.BotMessages);
    }

    [Fact]
    public async Task Messages_of_a_time_without_any_session_are_found_and_answered()
    {
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation);
        var known = _discord.World.SendDirectMessage(_user, Newsroom.Question);
        await AnswerToAsync(known);

        _discord.Gateway.Inject(GatewayFault.InvalidateSession);
        var mention = _discord.World.Mention(_user, _channel, Newsroom.Question);
        var direct = _discord.World.SendDirectMessage(_user, "What countermeasures is Seoul planning in response to the treaty?");
        Assert.Equal(2, _discord.Record.Counters.UndeliveredEvents);

        await AnswerToAsync(mention);
        await AnswerToAsync(direct);
        Assert.All(new[] { known, mention, direct }, message => Assert.Single(_discord.Record.AnswersTo(message)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Talk_that_was_ignored_is_not_answered_after_a_restart_because_a_setting_changed(bool isKilled)
    {
        var admin = _discord.World.AddUser("admin");
        _channel.Guild!.AddMember(admin, _channel.Guild.AddRole("managers", Permissions.ManageGuild));
        FakeMessage ignored;
        int sequence;
        await using (var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation))
        {
            await EnableAsync(admin, isEnabled: false);
            sequence = Assert.Single(_discord.Gateway.Sessions).Sequence;
            await AnswerToAsync(_discord.World.Mention(_user, _channel, Newsroom.Question));
            ignored = _discord.World.Mention(_user, _channel, Newsroom.Question);
            await AnswerToAsync(_discord.World.SendDirectMessage(_user, Newsroom.Question));
            await EnableAsync(admin, isEnabled: true);
            if (!isKilled)
            {
                Assert.Equal(0, await bot.StopAsync(Cancellation));
            }
        }

        if (isKilled)
        {
            // It died before it saved how far it had come.
            _data.Execute($"UPDATE platform_state SET value = json_set(value, '$.sequence', {sequence}) WHERE key LIKE 'session/%'");
        }

        var missed = _discord.World.Mention(_user, _channel, Newsroom.Question);
        await using var again = await BotOnDiscord.StartAsync(_discord, _data, Cancellation);
        await AnswerToAsync(missed);

        // A channel's messages are decided in their order.
        Assert.DoesNotContain(
            _data.Query("SELECT id FROM chat_question"),
            id => id.Contains(ignored.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );
        Assert.Contains(
            _data.Query("SELECT id FROM chat_question"),
            id => id.Contains(missed.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );
        Assert.Equal(1, _discord.Record.Counters.Resumes);
    }

    [Fact]
    public async Task A_reply_whose_token_is_over_goes_to_the_channel()
    {
        await RestartAsync(new FakeDiscordOptions { InteractionDeadline = TimeSpan.Zero });
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation);

        _discord.Interactions.InvokeCommand(_user, _channel, "ask", new Dictionary<string, object> { ["question"] = Newsroom.Question });
        var answer = await _discord.Record.WaitForMessageAsync(message => message.Channel == _channel, cancellationToken: Cancellation);

        Assert.Null(answer.Interaction);
        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fatal_close_code_stops_Discord_alone_with_what_to_do()
    {
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation);

        _discord.Gateway.Close(GatewayCloseCode.AuthenticationFailed);
        await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);
        string readiness = await bot.GetReadinessAsync(Cancellation);

        Assert.False(bot.Process.HasExited);
        Assert.StartsWith("ready", readiness, StringComparison.Ordinal);
        Assert.Contains("discord: stopped since", readiness, StringComparison.Ordinal);
        Assert.Contains("Reset Token", readiness, StringComparison.Ordinal);
        Assert.DoesNotContain(_discord.Token, bot.Log + readiness, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_never_stands_is_warned_of_and_shown_and_tried_again()
    {
        _discord.Faults.RefuseHandshakes(4);
        await using var bot = BotOnDiscord.Launch(_discord, _data);
        await bot.WaitForLogAsync("could not connect 3 times in a row", Cancellation);

        string readiness = await bot.GetReadinessAsync(Cancellation);
        await _discord.Gateway.WaitForConnectedAsync(1, Patience, Cancellation);

        Assert.Contains("could not connect 3 times in a row", readiness, StringComparison.Ordinal);
        await AnswerToAsync(_discord.World.Mention(_user, _channel, Newsroom.Question));
    }

    [Fact]
    public async Task A_token_that_is_replaced_in_its_file_is_picked_up()
    {
        string file = Path.Combine(_data.Path, "token");
        await File.WriteAllTextAsync(file, "mistyped", Cancellation);
        await using var bot = RunningBot.Launch(
            _data,
            [("BRIEFINGBOT__Discord__RestBaseUrl", _discord.BaseAddress.ToString())],
            [("Discord:TokenFile", file)]
        );
        await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);

        await File.WriteAllTextAsync(file, _discord.Token + "\n", Cancellation);
        await _discord.Gateway.WaitForConnectedAsync(1, RunningBot.Patience, Cancellation);

        await AnswerToAsync(_discord.World.Mention(_user, _channel, Newsroom.Question));
        Assert.Contains("discord: connected since", await bot.GetReadinessAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_open_when_the_token_is_refused_is_answered_after_the_next_start()
    {
        FakeMessage question;
        await using (var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation))
        {
            _discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, PostMessage) { Status = 401 });
            question = _discord.World.Mention(_user, _channel, Newsroom.Question);
            await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);
            await bot.StopAsync(Cancellation);
        }

        Assert.Empty(_data.Query("SELECT id FROM chat_question WHERE state > 1"));
        await using var next = BotOnDiscord.Launch(_discord, _data);

        await AnswerToAsync(question);
        Assert.Single(_discord.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Where_it_may_not_write_the_asker_gets_the_answer_directly_and_a_refused_form_is_sent_as_words_alone()
    {
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation);
        var closed = _channel.Guild!.AddTextChannel("closed");
        closed.SetOverwrite(closed.Guild!.Everyone, deny: Permissions.SendMessages);
        closed.SetOverwrite(closed.Guild.BotRole, deny: Permissions.SendMessages);
        _discord.World.Send(_discord.World.AddUser("other"), _channel, "Hello.");

        _discord.World.Mention(_user, closed, Newsroom.Question);
        var direct = await _discord.Record.WaitForMessageAsync(
            message => message.Channel.IsDirectMessage && message.Content.Contains("Blinken", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        _discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, PostMessage) { Status = 400 });
        var plain = await AnswerToAsync(_discord.World.Mention(_user, _channel, Newsroom.Question));

        Assert.Contains(
            "I may not write in",
            _discord.Record.BotMessages.First(message => message.Channel == direct.Channel).Content,
            StringComparison.Ordinal
        );
        Assert.Contains("Blinken", plain.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_to_start_threads_the_answer_is_a_reply()
    {
        var admin = _discord.World.AddUser("chief");
        _channel.Guild!.AddMember(admin, _channel.Guild.AddRole("managers", Permissions.ManageGuild));
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation);
        var set = _discord.Interactions.InvokeCommand(admin, _channel, "channel", new Dictionary<string, object> { ["style"] = "thread" });
        await _discord.Record.WaitForAnswerAsync(set, cancellationToken: Cancellation);
        _channel.SetOverwrite(_channel.Guild.Everyone, deny: Permissions.CreatePublicThreads);
        _channel.SetOverwrite(_channel.Guild.BotRole, deny: Permissions.CreatePublicThreads);

        var answer = await AnswerToAsync(_discord.World.Mention(_user, _channel, Newsroom.Question));

        Assert.Same(_channel, answer.Channel);
    }

    [Fact]
    public async Task In_threads_of_the_bot_questions_need_no_mention_where_Discord_lets_it_read_them()
    {
        await RestartAsync(new FakeDiscordOptions { PrivilegedIntents = GatewayIntents.MessageContent });
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation, ("Discord:MessageContent", "true"));
        var question = _discord.World.Mention(_user, _channel, Newsroom.Question);
        await AnswerToAsync(question);
        var thread = _discord.World.StartThread(_user, question, "The treaty");

        var followUp = _discord.World.Send(_user, thread, "What countermeasures is Seoul planning?");
        await AnswerToAsync(followUp);
        var talk = _discord.World.Send(_user, _channel, "What countermeasures is Seoul planning?");
        await AnswerToAsync(_discord.World.Mention(_user, _channel, Newsroom.Question));

        Assert.Empty(_discord.Record.AnswersTo(talk));
    }

    private Task<FakeMessage> EnableAsync(FakeUser admin, bool isEnabled) =>
        _discord.Record.WaitForAnswerAsync(
            _discord.Interactions.InvokeCommand(admin, _channel, "channel", new Dictionary<string, object> { ["enabled"] = isEnabled }),
            cancellationToken: Cancellation
        );

    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        _discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);

    private static string ButtonOf(FakeMessage message, string action) =>
        message.Components.ToJsonString().Split('"').Single(text => text.StartsWith(action + ":", StringComparison.Ordinal));

    private async ValueTask StartAsync(FakeDiscordOptions options)
    {
        _discord = await FakeDiscord.StartAsync(options, Cancellation);
        var guild = _discord.World.AddGuild("Newsroom");
        _channel = guild.AddTextChannel("general");
        _user = _discord.World.AddUser("ada");
        guild.AddMember(_user);
    }

    private async Task RestartAsync(FakeDiscordOptions options)
    {
        await _discord.DisposeAsync();
        await StartAsync(options);
    }
}
