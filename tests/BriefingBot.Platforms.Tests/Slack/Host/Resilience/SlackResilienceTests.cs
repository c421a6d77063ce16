using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Resilience;

public sealed class SlackResilienceTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly DataFolder _data = new();
    private FakeSlackServer _slack = null!;
    private FakeChannel _channel = null!;
    private FakeUser _user = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(new FakeSlackOptions());

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_restart_loses_no_question_and_keeps_buttons_and_conversations()
    {
        await RestartAsync(new FakeSlackOptions { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20)] });
        FakeMessage question,
            first;
        await using (var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation))
        {
            question = _slack.World.Mention(_user, _channel, SlackNewsroom.Question);
            first = await AnswerToAsync(question);
            await bot.WaitForLogAsync($"{question.Ts} has its reply", Cancellation);
            Assert.Equal(0, await bot.StopAsync(Cancellation));
        }

        var missed = _slack.World.Mention(_user, _channel, SlackNewsroom.OtherQuestion);
        await using var next = BotOnSlack.Launch(_slack, _data);

        await AnswerToAsync(missed);
        var followUp = _slack.World.Reply(_user, question, "When did they speak?");
        await AnswerToAsync(followUp);
        await _slack.Record.WaitForAnswerAsync(_slack.Interactions.Click(_user, first, "passages"), cancellationToken: Cancellation);

        Assert.Single(_slack.Record.AnswersTo(missed));
        Assert.Equal(2, _data.Query("SELECT conversation FROM answer GROUP BY conversation").Count);
    }

    [Theory]
    [InlineData("chat.startStream", WebApiFaultKind.DropTcp)]
    [InlineData("chat.startStream", WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData("chat.appendStream", WebApiFaultKind.DropTcp)]
    [InlineData("chat.appendStream", WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData("chat.stopStream", WebApiFaultKind.DropTcp)]
    [InlineData("chat.stopStream", WebApiFaultKind.DropTcpAfterEffect)]
    public async Task Killed_while_it_streams_the_bot_leaves_one_whole_answer_after_its_restart(string method, WebApiFaultKind kind)
    {
        FakeMessage question;
        await using (var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation))
        {
            // Whatever took effect, the bot never learns of it; what it would do next it does not get to do.
            _slack.Faults.Add(new WebApiFault(kind, method));
            if (method != "chat.startStream")
            {
                _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Delay, "chat.stopStream") { Duration = TimeSpan.FromMinutes(1) });
            }

            question = _slack.World.Mention(_user, _channel, SlackNewsroom.OtherQuestion);
            await _slack.Record.WaitForCallAsync(call => call.Method == method, cancellationToken: Cancellation);
            await bot.KillAsync();
        }

        await using var next = BotOnSlack.Launch(_slack, _data);
        await next.WaitForLogAsync($"{question.Ts} has its reply", Cancellation);

        var answer = Assert.Single(_slack.Record.AnswersTo(question), static message => !message.IsDeleted);
        Assert.False(answer.IsStreaming);
        Assert.Contains("sanctions", answer.VisibleText, StringComparison.Ordinal);
        Assert.Equal(2, answer.VisibleText.Split("*Sources*").Length);
        Assert.Equal(["feedback", "passages"], answer.Buttons());
        Assert.Empty(_slack.Record.Violations);
    }

    [Theory]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.DropTcpAfterEffect)]
    public async Task Killed_while_it_posts_the_bot_posts_the_answer_once_after_its_restart(WebApiFaultKind kind)
    {
        FakeMessage question;
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream", 2) { Error = "channel_type_not_supported" });
        await using (var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation))
        {
            _slack.Faults.Add(new WebApiFault(kind, "chat.postMessage", 2));
            question = _slack.World.Mention(_user, _channel, SlackNewsroom.Question);
            await _slack.Record.WaitForCallAsync(static call => call.Method == "chat.postMessage", cancellationToken: Cancellation);
            await bot.KillAsync();
            Assert.Equal(kind == WebApiFaultKind.DropTcp ? 0 : 1, _slack.Record.AnswersTo(question).Count);
        }

        await using var next = BotOnSlack.Launch(_slack, _data);
        await next.WaitForLogAsync($"{question.Ts} has its reply", Cancellation);

        Assert.Contains("Blinken", Assert.Single(_slack.Record.AnswersTo(question)).VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_while_it_answers_a_command_the_bot_answers_it_after_its_restart()
    {
        FakeInteraction asked;
        await using (var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation))
        {
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.DropTcp, "response_url"));
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Delay, "response_url") { Duration = TimeSpan.FromMinutes(1) });
            asked = _slack.Interactions.Command(_user, _channel, "/briefing", $"ask {SlackNewsroom.Question}");
            await _slack.Record.WaitForCallAsync(static call => call.Method == "response_url", cancellationToken: Cancellation);
            await bot.KillAsync();
        }

        await using var next = BotOnSlack.Launch(_slack, _data);
        var answer = await _slack.Record.WaitForOutcomeAsync(asked, Patience, Cancellation);

        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_address_is_over_is_told_to_the_asker_in_the_channel_or_directly()
    {
        await RestartAsync(new FakeSlackOptions { ResponseUrlLifetime = TimeSpan.Zero });
        await using var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);

        _slack.Interactions.Command(_user, _channel, "/briefing", $"ask {SlackNewsroom.Question}");
        var inChannel = await _slack.Record.WaitForEphemeralAsync(_user, timeout: Patience, cancellationToken: Cancellation);
        _slack.Interactions.Command(
            _user,
            _slack.World.AddChannel("elsewhere", withBot: false),
            "/briefing",
            $"ask {SlackNewsroom.Question}"
        );
        var direct = await _slack.Record.WaitForMessageAsync(message => message.Channel.User == _user, Patience, Cancellation);

        Assert.Null(inChannel.Interaction);
        Assert.Equal(_channel, inChannel.Channel);
        Assert.Contains("Blinken", inChannel.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Blinken", direct.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_may_not_write_the_asker_gets_the_answer_directly_and_a_refused_form_is_sent_as_words_alone()
    {
        await using var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);
        var closed = _slack.World.AddChannel("closed");
        foreach (string method in new[] { "chat.startStream", "chat.postMessage" })
        {
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, method) { Error = "restricted_action", Channel = closed });
        }

        _slack.World.Mention(_user, closed, SlackNewsroom.Question);
        var direct = await _slack.Record.WaitForMessageAsync(
            message => message.Channel.User == _user && message.Metadata is not null,
            Patience,
            Cancellation
        );
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.postMessage") { Error = "invalid_blocks" });
        var plain = await AnswerToAsync(_slack.World.Mention(_user, _channel, SlackNewsroom.Question));

        Assert.Contains("Blinken", direct.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Blinken", plain.VisibleText, StringComparison.Ordinal);
        Assert.Empty(plain.Buttons());
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_from_the_workspace_the_bot_stops_on_Slack_alone_with_what_to_do()
    {
        await using var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);

        _slack.World.Uninstall();
        await bot.WaitForLogAsync("The app was removed from the Slack workspace; install it again", Cancellation);

        Assert.Contains("slack: stopped since", await bot.GetReadinessAsync(Cancellation), StringComparison.Ordinal);
        Assert.False(bot.Process.HasExited);
    }

    [Fact]
    public async Task When_its_token_is_revoked_the_bot_stops_on_Slack_alone_with_what_to_do()
    {
        await using var bot = await BotOnSlack.StartHttpAsync(_slack, _data, Cancellation);

        _slack.World.RevokeTokens();
        await bot.WaitForLogAsync("The bot is stopped on slack", Cancellation);

        string readiness = await bot.GetReadinessAsync(Cancellation);
        Assert.Contains("slack: stopped since", readiness, StringComparison.Ordinal);
        Assert.Contains("install the app again", readiness, StringComparison.Ordinal);
        Assert.False(bot.Process.HasExited);
        Assert.DoesNotContain(_slack.BotToken, bot.Log + readiness, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_replaced_in_its_file_is_picked_up()
    {
        string file = Path.Combine(_data.Path, "token");
        await File.WriteAllTextAsync(file, "xoxb-mistyped", Cancellation);
        await using var bot = RunningBot.Launch(
            _data,
            [
                ("SLACK_APP_TOKEN", _slack.AppToken),
                ("BRIEFINGBOT__Slack__ApiBaseUrl", _slack.ApiAddress.ToString()),
                ("BRIEFINGBOT__Slack__ConnectionStagger", "0"),
            ],
            [("Slack:BotTokenFile", file)]
        );
        await bot.WaitForLogAsync("the token is not known", Cancellation);
        Assert.DoesNotContain("xoxb-mistyped", bot.Log, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, _slack.BotToken, Cancellation);
        await _slack.Sockets.WaitForConnectedAsync(2, RunningBot.Patience, Cancellation);

        await AnswerToAsync(_slack.World.Mention(_user, _channel, SlackNewsroom.Question));
    }

    [Fact]
    public async Task A_question_that_is_open_when_the_token_is_refused_is_answered_after_the_next_start()
    {
        FakeMessage question;
        await using (var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation))
        {
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "invalid_auth" });
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.postMessage", 10) { Error = "invalid_auth" });
            question = _slack.World.Mention(_user, _channel, SlackNewsroom.Question);
            await bot.WaitForLogAsync("The bot is stopped on slack", Cancellation);
            await bot.StopAsync(Cancellation);
        }

        Assert.Empty(_data.Query("SELECT id FROM chat_question WHERE state > 1"));
        _slack.Faults.Clear();
        await using var next = BotOnSlack.Launch(_slack, _data);

        await _slack.Record.WaitForAnswerAsync(
            question,
            static answer => answer is { IsDeleted: false, Metadata: not null },
            Patience,
            Cancellation
        );
        Assert.Single(_slack.Record.AnswersTo(question), static answer => !answer.IsDeleted);
    }

    [Theory]
    [InlineData("SLACK_BOT_TOKEN", "xoxp-of-a-user", "does not begin with xoxb-")]
    [InlineData("SLACK_APP_TOKEN", "", "Socket Mode needs it")]
    public async Task Without_a_good_token_it_does_not_start_and_says_why(string variable, string value, string expected)
    {
        await using var bot = RunningBot.Launch(
            _data,
            [
                ("SLACK_BOT_TOKEN", _slack.BotToken),
                ("SLACK_APP_TOKEN", _slack.AppToken),
                ("BRIEFINGBOT__Slack__ApiBaseUrl", _slack.ApiAddress.ToString()),
                (variable, value),
            ],
            []
        );

        await bot.Process.WaitForExitAsync(Cancellation);
        await bot.WaitForLogAsync(expected, Cancellation);

        Assert.Equal(2, bot.Process.ExitCode);
        if (value.Length > 0)
        {
            Assert.DoesNotContain(value, bot.Log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_signing_secret_it_takes_no_requests_but_does_not_start()
    {
        await using var without = RunningBot.Launch(_data, [("SLACK_BOT_TOKEN", _slack.BotToken)], [("Slack:Mode", "Http")]);

        await without.Process.WaitForExitAsync(Cancellation);

        Assert.Equal(2, without.Process.ExitCode);
        Assert.Contains("Slack:SigningSecret is missing", without.Log, StringComparison.Ordinal);
    }

    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        _slack.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);

    private async ValueTask StartAsync(FakeSlackOptions options)
    {
        _slack = await FakeSlackServer.StartAsync(options, Cancellation);
        _channel = _slack.World.AddChannel("general");
        _user = _slack.World.AddUser("ada");
    }

    private async Task RestartAsync(FakeSlackOptions options)
    {
        await _slack.DisposeAsync();
        await StartAsync(options);
    }
}
