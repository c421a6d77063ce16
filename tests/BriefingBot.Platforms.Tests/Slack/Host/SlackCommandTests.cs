using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>Commands, buttons and the shortcut, the same in both modes.</summary>
public abstract class SlackCommandTests(SlackNewsroom newsroom)
{
    private readonly FakeChannel _channel = newsroom.AddChannel();
    private readonly FakeUser _user = newsroom.AddUser();

    /// <summary>A sentence of an article, and one that no article has in these words.</summary>
    private const string Claim =
        "Cho called for Seoul and Washington to work closely together and take the initiative for a stern response "
        + "from the international community. "
        + "Cho Tae-yul spoke with Blinken and Kamikawa about the treaty between Russia and North Korea.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_is_answered_to_the_asker_alone_and_shared_once()
    {
        var asked = Command(_user, $"ask {SlackNewsroom.Question}");
        var answer = await AnswerToAsync(asked);
        Assert.Equal(_user, answer.EphemeralTo);
        Assert.StartsWith("> Who did Foreign Minister", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        Assert.Equal(["feedback", "passages", "share"], answer.Buttons());

        newsroom.Slack.Interactions.Click(_user, answer, "share");
        var shared = await newsroom.Slack.Record.WaitForMessageAsync(
            message => message.Channel == _channel && !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        await newsroom.Slack.Record.WaitUntilAsync(
            () => answer.VisibleText.EndsWith("Shared to the channel.", StringComparison.Ordinal),
            cancellationToken: Cancellation
        );

        Assert.Equal(["feedback", "passages"], answer.Buttons());
        Assert.Equal(["feedback", "passages"], shared.Buttons());
        Assert.StartsWith("> Who did Foreign Minister", shared.VisibleText, StringComparison.Ordinal);
        Assert.False(shared.UnfurlLinks);
        Assert.False(shared.UnfurlMedia);
        Assert.Empty(shared.Pings);
        Assert.Equal(DeliveryState.Acknowledged, asked.Delivery.State);
        Assert.Null(asked.Delivery.Response);
        Assert.Empty(newsroom.Slack.Record.Violations);
    }

    [Fact]
    public async Task A_shared_answer_shows_its_passages_to_others_too()
    {
        var answer = await AnswerToAsync(Command(_user, $"ask {SlackNewsroom.Question}"));
        newsroom.Slack.Interactions.Click(_user, answer, "share");
        var shared = await newsroom.Slack.Record.WaitForMessageAsync(
            message => message.Channel == _channel && !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        await newsroom.Slack.Record.WaitUntilAsync(
            () => answer.VisibleText.EndsWith("Shared to the channel.", StringComparison.Ordinal),
            cancellationToken: Cancellation
        );
        var other = newsroom.AddUser();

        var passages = await AnswerToAsync(newsroom.Slack.Interactions.Click(other, shared, "passages"));

        Assert.Equal(other, passages.EphemeralTo);
        Assert.Contains("> **Foreign Minister Cho Tae-yul", passages.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_is_no_member_commands_work_and_answers_are_shared_all_the_same()
    {
        var channel = newsroom.Slack.World.AddChannel($"closed-{Guid.NewGuid():N}"[..20], withBot: false);
        var answer = await AnswerToAsync(newsroom.Slack.Interactions.Command(_user, channel, "/briefing", SlackNewsroom.Question));

        var click = newsroom.Slack.Interactions.Click(_user, answer, "share");
        var shared = await AnswerToAsync(click);
        await newsroom.Slack.Record.WaitUntilAsync(
            () => answer.VisibleText.EndsWith("Shared to the channel.", StringComparison.Ordinal),
            cancellationToken: Cancellation
        );

        Assert.False(shared.IsEphemeral);
        Assert.Equal(channel, shared.Channel);
        Assert.Equal(2, click.ResponseUrlUses);
    }

    [Fact]
    public async Task Votes_count_once_a_person_and_the_last_word_holds()
    {
        var question = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        var answer = await newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        newsroom.Slack.Interactions.GiveFeedback(_user, answer, isPositive: true);
        await VotesAsync("1");
        newsroom.Slack.Interactions.GiveFeedback(_user, answer, isPositive: false);
        await VotesAsync("0");

        Assert.Single(newsroom.Slack.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Not_helpful_asks_why_and_keeps_what_is_said()
    {
        var question = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        var answer = await newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        var why = await AnswerToAsync(newsroom.Slack.Interactions.GiveFeedback(_user, answer, isPositive: false));
        Assert.True(why.IsEphemeral);
        Assert.Equal(["why-wrong", "why-outdated", "why-not-asked", "why-source", "why-other"], why.Buttons());
        await AnswerToAsync(newsroom.Slack.Interactions.Click(_user, why, "why-source"));
        Assert.Equal(["4"], newsroom.Data.Query($"SELECT reason FROM vote WHERE user_id = '{_user.Id}' AND vote = 0"));

        newsroom.Slack.Interactions.Click(_user, why, "why-other");
        var form = await newsroom.Slack.Record.WaitForModalAsync(_user, cancellationToken: Cancellation);
        JsonObject values = new()
        {
            ["words"] = new JsonObject
            {
                ["words"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "It names the wrong minister." },
            },
        };
        newsroom.Slack.Interactions.Submit(_user, form, values);
        await KeptAsync($"SELECT words FROM vote WHERE user_id = '{_user.Id}' AND reason = 5", "It names the wrong minister.");
    }

    [Fact]
    public async Task Latest_goes_on_behind_a_button_until_all_is_shown()
    {
        var page = await AnswerToAsync(Command(_user, "latest 2"));
        List<string> seen = [page.VisibleText];
        while (page.Buttons() is ["more"])
        {
            page = await AnswerToAsync(newsroom.Slack.Interactions.Click(_user, page, "more"));
            Assert.DoesNotContain(page.VisibleText, seen);
            seen.Add(page.VisibleText);
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task Passages_are_shown_in_the_thread_to_whoever_asks()
    {
        var question = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        var answer = await newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        var passages = await AnswerToAsync(newsroom.Slack.Interactions.Click(_user, answer, "passages"));

        Assert.True(passages.IsEphemeral);
        Assert.Equal(question.Ts, passages.ThreadTs);
        Assert.Contains("> **", passages.VisibleText, StringComparison.Ordinal);
        Assert.Equal(1, answer.Revisions.Count(static revision => revision.Blocks.Count > 0));
    }

    [Fact]
    public async Task A_message_is_checked_for_the_asker_alone_and_shared_to_its_thread()
    {
        var claim = newsroom.Slack.World.Post(_user, _channel, Claim);
        var editor = newsroom.AddUser();

        var check = await AnswerToAsync(newsroom.Slack.Interactions.MessageShortcut(editor, claim, "check_against_coverage"));
        Assert.Equal(editor, check.EphemeralTo);
        Assert.Contains("Blinken", check.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Sources*", check.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Supported* by what was reported on June 21, 2024", check.VisibleText, StringComparison.Ordinal);

        newsroom.Slack.Interactions.Click(editor, check, "share");
        var shared = await newsroom.Slack.Record.WaitForAnswerAsync(
            claim,
            static message => !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        var talk = newsroom.Slack.World.Reply(_user, claim, SlackNewsroom.OtherQuestion);
        await AnswerToAsync(Command(_user, "help"));

        Assert.Equal(claim.Ts, shared.ThreadTs);
        // A thread in which the bot only shared something is not one that it takes part in.
        Assert.Single(
            newsroom
                .Slack.Record.AnswersTo(talk)
                .Concat(newsroom.Slack.Record.AnswersTo(claim))
                .Where(static message => !message.IsEphemeral)
                .Distinct()
        );
    }

    [Fact]
    public async Task Latest_sources_and_help_tell_what_is_there()
    {
        var latest = await AnswerToAsync(Command(_user, "latest treaty 2"));
        var sources = await AnswerToAsync(Command(_user, "sources"));
        var help = await AnswerToAsync(Command(_user, "help"));

        Assert.Contains("Russia", latest.VisibleText, StringComparison.Ordinal);
        Assert.InRange(latest.Links().Count, 1, 2);
        Assert.Contains("5 articles", sources.VisibleText, StringComparison.Ordinal);
        Assert.Contains("/briefing ask", help.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("reindex", help.VisibleText, StringComparison.Ordinal);
        Assert.All([latest, sources, help], message => Assert.Equal(_user, message.EphemeralTo));
    }

    [Theory]
    [InlineData("statsu", "There is no command 'statsu'")]
    [InlineData("reindex everything", "'reindex' takes nothing after it, 'rebuild', 'source:NAME', or 'pause', 'resume' or 'cancel' alone")]
    [InlineData("channel sideways", "'channel' does not know 'sideways'")]
    public async Task What_is_not_understood_is_named_with_the_help(string text, string expected)
    {
        var help = await AnswerToAsync(Command(_user, text));

        Assert.StartsWith(expected, help.VisibleText, StringComparison.Ordinal);
        Assert.Contains("/briefing latest", help.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reindex_of_an_admin_shows_how_far_it_is_and_ends_in_an_account()
    {
        var admin = newsroom.AddUser(UserRole.Admin);

        var run = Command(admin, "reindex rebuild");
        var account = await newsroom.Slack.Record.WaitForAnswerAsync(
            run,
            static message => message.VisibleText.StartsWith("Indexed", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30),
            Cancellation
        );

        Assert.Contains("5 articles", account.VisibleText, StringComparison.Ordinal);
        Assert.StartsWith("Indexing: ", newsroom.Slack.Record.AnswersTo(run)[0].VisibleText, StringComparison.Ordinal);
        Assert.InRange(run.ResponseUrlUses, 2, 5);
        Assert.Contains(
            newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{admin.Id}'"),
            static outcome => outcome.StartsWith("done", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Admin_commands_are_refused_to_others_and_that_is_written_down()
    {
        foreach (string command in new[] { "reindex", "status", "channel off", "forget U0123" })
        {
            var refusal = await AnswerToAsync(Command(_user, command));

            Assert.Equal(_user, refusal.EphemeralTo);
            Assert.Contains("Only administrators", refusal.VisibleText, StringComparison.Ordinal);
        }

        Assert.Equal(4, newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{_user.Id}' AND outcome LIKE 'refused%'").Count);
    }

    [Fact]
    public async Task A_person_is_forgotten_at_the_word_of_an_admin()
    {
        await newsroom.Slack.Record.WaitForAnswerAsync(
            newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question),
            cancellationToken: Cancellation
        );
        while (newsroom.Data.Query($"SELECT state FROM chat_question WHERE user_id = '{_user.Id}'") is not ["2"])
        {
            // What comes after the answer says when it is written down.
            await AnswerToAsync(Command(newsroom.Editor, "help"));
        }

        var nobody = await AnswerToAsync(Command(newsroom.Editor, "forget"));
        var forgotten = await AnswerToAsync(Command(newsroom.Editor, $"forget {_user.Id}"));

        Assert.Contains("member ID", nobody.VisibleText, StringComparison.Ordinal);
        Assert.StartsWith("Removed 1 question, 1 answer", forgotten.VisibleText, StringComparison.Ordinal);
        Assert.Empty(newsroom.Data.Query($"SELECT id FROM answer WHERE user_id = '{_user.Id}'"));
    }

    [Fact]
    public async Task A_configured_user_is_an_admin()
    {
        var status = await AnswerToAsync(Command(newsroom.Editor, "status"));

        Assert.Contains("5 articles", status.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Slack_does_not_say_who_is_an_admin_nobody_is_refused_for_it()
    {
        var owner = newsroom.AddUser(UserRole.Owner);
        newsroom.Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "users.info") { Error = "missing_scope" });

        var failed = await AnswerToAsync(Command(owner, "status"));
        var status = await AnswerToAsync(Command(owner, "status"));

        Assert.Contains("reference", failed.VisibleText, StringComparison.Ordinal);
        Assert.Contains("5 articles", status.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_is_switched_off_and_on_and_its_settings_are_shown()
    {
        var owner = newsroom.AddUser(UserRole.Owner);
        await AnswerToAsync(Command(owner, "channel off followups off"));
        var told = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        var reason = await newsroom.Slack.Record.WaitForEphemeralAsync(
            _user,
            message => message.Interaction is null,
            cancellationToken: Cancellation
        );
        await newsroom.Bot.WaitForLogAsync($"{told.Ts} has its reply", Cancellation);
        var silent = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        var refused = await AnswerToAsync(Command(_user, "latest"));
        var shown = await AnswerToAsync(Command(owner, "channel"));
        Assert.Contains("switched off", refused.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Answers*: off", shown.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Follow-ups without a mention*: off", shown.VisibleText, StringComparison.Ordinal);

        // Both events of the mention have to be told off before the bot is switched on again.
        await newsroom.Slack.Record.WaitUntilAsync(
            () =>
                newsroom
                    .Slack.Record.Deliveries.Where(delivery => delivery.Payload["event"]?["ts"]?.GetValue<string>() == silent.Ts.ToString())
                    .All(static delivery => delivery.State != DeliveryState.Pending),
            cancellationToken: Cancellation
        );
        await AnswerToAsync(Command(owner, "channel on"));
        var question = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        await newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        await newsroom.Bot.WaitForLogAsync($"{question.Ts} has its reply", Cancellation);
        var talk = newsroom.Slack.World.Reply(_user, question, SlackNewsroom.OtherQuestion);
        await newsroom.Slack.Record.WaitForAnswerAsync(
            newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.OtherQuestion),
            cancellationToken: Cancellation
        );

        Assert.Contains("switched off", reason.VisibleText, StringComparison.Ordinal);
        Assert.Single(newsroom.Slack.Record.BotMessages, message => message.EphemeralTo == _user && message.Interaction is null);
        Assert.Empty(newsroom.Slack.Record.AnswersTo(told));
        Assert.Empty(newsroom.Slack.Record.AnswersTo(silent));
        Assert.Empty(newsroom.Slack.Record.AnswersTo(talk));
    }

    private Task VotesAsync(string vote) => KeptAsync($"SELECT vote FROM vote WHERE user_id = '{_user.Id}'", vote);

    private async Task KeptAsync(string sql, string expected)
    {
        for (int click = 0; ; click++)
        {
            if (newsroom.Data.Query(sql) is [var kept] && kept == expected)
            {
                return;
            }

            // A vote says nothing; what comes after it says when it is kept.
            Assert.True(click < 50, "The vote was not kept.");
            await AnswerToAsync(Command(_user, "help"));
        }
    }

    private FakeInteraction Command(FakeUser user, string text) => newsroom.Slack.Interactions.Command(user, _channel, "/briefing", text);

    private Task<FakeMessage> AnswerToAsync(FakeInteraction interaction) =>
        newsroom.Slack.Record.WaitForOutcomeAsync(interaction, cancellationToken: Cancellation);
}
