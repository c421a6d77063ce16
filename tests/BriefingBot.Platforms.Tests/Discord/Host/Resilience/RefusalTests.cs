using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host.Resilience;

/// <summary>What Discord refuses: tokens, connections, permissions and forms.</summary>
public sealed class RefusalTests : ResilienceTest
{
    private const string PostMessage = "POST /channels/{channel_id}/messages";

    [Fact]
    public async Task A_reply_whose_token_is_over_goes_to_the_channel()
    {
        await RestartAsync(new FakeDiscordOptions { InteractionDeadline = TimeSpan.Zero });
        await using var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation);

        Discord.Interactions.InvokeCommand(User, Channel, "ask", new Dictionary<string, object> { ["question"] = Newsroom.Question });
        var answer = await Discord.Record.WaitForMessageAsync(message => message.Channel == Channel, cancellationToken: Cancellation);

        Assert.Null(answer.Interaction);
        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fatal_close_code_stops_Discord_alone_with_what_to_do()
    {
        await using var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation);

        Discord.Gateway.Close(GatewayCloseCode.AuthenticationFailed);
        await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);
        string readiness = await bot.GetReadinessAsync(Cancellation);

        Assert.False(bot.Process.HasExited);
        Assert.StartsWith("ready", readiness, StringComparison.Ordinal);
        Assert.Contains("discord: stopped since", readiness, StringComparison.Ordinal);
        Assert.Contains("Reset Token", readiness, StringComparison.Ordinal);
        Assert.DoesNotContain(Discord.Token, bot.Log + readiness, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_never_stands_is_warned_of_and_shown_and_tried_again()
    {
        Discord.Faults.RefuseHandshakes(4);
        await using var bot = BotOnDiscord.Launch(Discord, Data);
        await bot.WaitForLogAsync("could not connect 3 times in a row", Cancellation);

        string readiness = await bot.GetReadinessAsync(Cancellation);
        await Discord.Gateway.WaitForConnectedAsync(1, Patience, Cancellation);

        Assert.Contains("could not connect 3 times in a row", readiness, StringComparison.Ordinal);
        await AnswerToAsync(Discord.World.Mention(User, Channel, Newsroom.Question));
    }

    [Fact]
    public async Task A_token_that_is_replaced_in_its_file_is_picked_up()
    {
        string file = Path.Combine(Data.Path, "token");
        await File.WriteAllTextAsync(file, "mistyped", Cancellation);
        await using var bot = RunningBot.Launch(
            Data,
            [("BRIEFINGBOT__Discord__RestBaseUrl", Discord.BaseAddress.ToString())],
            [("Discord:TokenFile", file)]
        );
        await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);

        await File.WriteAllTextAsync(file, Discord.Token + "\n", Cancellation);
        await Discord.Gateway.WaitForConnectedAsync(1, RunningBot.Patience, Cancellation);

        await AnswerToAsync(Discord.World.Mention(User, Channel, Newsroom.Question));
        Assert.Contains("discord: connected since", await bot.GetReadinessAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_open_when_the_token_is_refused_is_answered_after_the_next_start()
    {
        FakeMessage question;
        await using (var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation))
        {
            Discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, PostMessage) { Status = 401 });
            question = Discord.World.Mention(User, Channel, Newsroom.Question);
            await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);
            await bot.StopAsync(Cancellation);
        }

        Assert.Empty(Data.Query("SELECT id FROM chat_question WHERE state > 1"));
        await using var next = BotOnDiscord.Launch(Discord, Data);

        await AnswerToAsync(question);
        Assert.Single(Discord.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Where_it_may_not_write_the_asker_gets_the_answer_directly_and_a_refused_form_is_sent_as_words_alone()
    {
        await using var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation);
        var closed = Channel.Guild!.AddTextChannel("closed");
        closed.SetOverwrite(closed.Guild!.Everyone, deny: Permissions.SendMessages);
        closed.SetOverwrite(closed.Guild.BotRole, deny: Permissions.SendMessages);
        Discord.World.Send(Discord.World.AddUser("other"), Channel, "Hello.");

        Discord.World.Mention(User, closed, Newsroom.Question);
        var direct = await Discord.Record.WaitForMessageAsync(
            message => message.Channel.IsDirectMessage && message.Content.Contains("Blinken", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        Discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, PostMessage) { Status = 400 });
        var plain = await AnswerToAsync(Discord.World.Mention(User, Channel, Newsroom.Question));

        Assert.Contains(
            "I may not write in",
            Discord.Record.BotMessages.First(message => message.Channel == direct.Channel).Content,
            StringComparison.Ordinal
        );
        Assert.Contains("Blinken", plain.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_to_start_threads_the_answer_is_a_reply()
    {
        var admin = Discord.World.AddUser("chief");
        Channel.Guild!.AddMember(admin, Channel.Guild.AddRole("managers", Permissions.ManageGuild));
        await using var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation);
        var set = Discord.Interactions.InvokeCommand(admin, Channel, "channel", new Dictionary<string, object> { ["style"] = "thread" });
        await Discord.Record.WaitForAnswerAsync(set, cancellationToken: Cancellation);
        Channel.SetOverwrite(Channel.Guild.Everyone, deny: Permissions.CreatePublicThreads);
        Channel.SetOverwrite(Channel.Guild.BotRole, deny: Permissions.CreatePublicThreads);

        var answer = await AnswerToAsync(Discord.World.Mention(User, Channel, Newsroom.Question));

        Assert.Same(Channel, answer.Channel);
    }

    [Fact]
    public async Task In_threads_of_the_bot_questions_need_no_mention_where_Discord_lets_it_read_them()
    {
        await RestartAsync(new FakeDiscordOptions { PrivilegedIntents = GatewayIntents.MessageContent });
        await using var bot = await BotOnDiscord.StartAsync(Discord, Data, Cancellation, ("Discord:MessageContent", "true"));
        var question = Discord.World.Mention(User, Channel, Newsroom.Question);
        await AnswerToAsync(question);
        var thread = Discord.World.StartThread(User, question, "The treaty");

        var followUp = Discord.World.Send(User, thread, "What countermeasures is Seoul planning?");
        await AnswerToAsync(followUp);
        var talk = Discord.World.Send(User, Channel, "What countermeasures is Seoul planning?");
        await AnswerToAsync(Discord.World.Mention(User, Channel, Newsroom.Question));

        Assert.Empty(Discord.Record.AnswersTo(talk));
    }
}
