using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Delivery;

namespace BriefingBot.Platforms.Tests.Slack.Host.Commands;

/// <summary>What everybody may call, with buttons and the shortcut, the same in both modes.</summary>
public abstract class SlackCommandTests(SlackNewsroom newsroom) : SlackCommandTest(newsroom)
{
    [Fact]
    public async Task Ask_is_answered_to_the_asker_alone_and_shared_once()
    {
        var asked = Command(User, $"ask {SlackNewsroom.Question}");
        var answer = await AnswerToAsync(asked);
        Assert.Equal(User, answer.EphemeralTo);
        Assert.StartsWith("> Who did Foreign Minister", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        Assert.Equal(["feedback", "passages", "share"], answer.Buttons());

        Newsroom.Slack.Interactions.Click(User, answer, "share");
        var shared = await Newsroom.Slack.Record.WaitForMessageAsync(
            message => message.Channel == Channel && !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        await Newsroom.Slack.Record.WaitUntilAsync(
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
        Assert.Empty(Newsroom.Slack.Record.Violations);
    }

    [Fact]
    public async Task A_shared_answer_shows_its_passages_to_others_too()
    {
        var answer = await AnswerToAsync(Command(User, $"ask {SlackNewsroom.Question}"));
        Newsroom.Slack.Interactions.Click(User, answer, "share");
        var shared = await Newsroom.Slack.Record.WaitForMessageAsync(
            message => message.Channel == Channel && !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        await Newsroom.Slack.Record.WaitUntilAsync(
            () => answer.VisibleText.EndsWith("Shared to the channel.", StringComparison.Ordinal),
            cancellationToken: Cancellation
        );
        var other = Newsroom.AddUser();

        var passages = await AnswerToAsync(Newsroom.Slack.Interactions.Click(other, shared, "passages"));

        Assert.Equal(other, passages.EphemeralTo);
        Assert.Contains("> **Foreign Minister Cho Tae-yul", passages.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_is_no_member_commands_work_and_answers_are_shared_all_the_same()
    {
        var channel = Newsroom.Slack.World.AddChannel($"closed-{Guid.NewGuid():N}"[..20], withBot: false);
        var answer = await AnswerToAsync(Newsroom.Slack.Interactions.Command(User, channel, "/briefing", SlackNewsroom.Question));

        var click = Newsroom.Slack.Interactions.Click(User, answer, "share");
        var shared = await AnswerToAsync(click);
        await Newsroom.Slack.Record.WaitUntilAsync(
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
        var question = Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.Question);
        var answer = await Newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Newsroom.Slack.Interactions.GiveFeedback(User, answer, isPositive: true);
        await VotesAsync("1");
        Newsroom.Slack.Interactions.GiveFeedback(User, answer, isPositive: false);
        await VotesAsync("0");

        Assert.Single(Newsroom.Slack.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Not_helpful_asks_why_and_keeps_what_is_said()
    {
        var question = Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.Question);
        var answer = await Newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        var why = await AnswerToAsync(Newsroom.Slack.Interactions.GiveFeedback(User, answer, isPositive: false));
        Assert.True(why.IsEphemeral);
        Assert.Equal(["why-wrong", "why-outdated", "why-not-asked", "why-source", "why-other"], why.Buttons());
        await AnswerToAsync(Newsroom.Slack.Interactions.Click(User, why, "why-source"));
        Assert.Equal(["4"], Newsroom.Data.Query($"SELECT reason FROM vote WHERE user_id = '{User.Id}' AND vote = 0"));

        Newsroom.Slack.Interactions.Click(User, why, "why-other");
        var form = await Newsroom.Slack.Record.WaitForModalAsync(User, cancellationToken: Cancellation);
        JsonObject values = new()
        {
            ["words"] = new JsonObject
            {
                ["words"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "It names the wrong minister." },
            },
        };
        Newsroom.Slack.Interactions.Submit(User, form, values);
        await KeptAsync($"SELECT words FROM vote WHERE user_id = '{User.Id}' AND reason = 5", "It names the wrong minister.");
    }

    [Fact]
    public async Task Latest_goes_on_behind_a_button_until_all_is_shown()
    {
        var page = await AnswerToAsync(Command(User, "latest 2"));
        List<string> seen = [page.VisibleText];
        while (page.Buttons() is ["more"])
        {
            page = await AnswerToAsync(Newsroom.Slack.Interactions.Click(User, page, "more"));
            Assert.DoesNotContain(page.VisibleText, seen);
            seen.Add(page.VisibleText);
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task Passages_are_shown_in_the_thread_to_whoever_asks()
    {
        var question = Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.Question);
        var answer = await Newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        var passages = await AnswerToAsync(Newsroom.Slack.Interactions.Click(User, answer, "passages"));

        Assert.True(passages.IsEphemeral);
        Assert.Equal(question.Ts, passages.ThreadTs);
        Assert.Contains("> **", passages.VisibleText, StringComparison.Ordinal);
        Assert.Equal(1, answer.Revisions.Count(static revision => revision.Blocks.Count > 0));
    }

    [Fact]
    public async Task A_message_is_checked_for_the_asker_alone_and_shared_to_its_thread()
    {
        var claim = Newsroom.Slack.World.Post(User, Channel, Claim);
        var editor = Newsroom.AddUser();

        var check = await AnswerToAsync(Newsroom.Slack.Interactions.MessageShortcut(editor, claim, "check_against_coverage"));
        Assert.Equal(editor, check.EphemeralTo);
        Assert.Contains("Blinken", check.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Sources*", check.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Supported* by what was reported on June 21, 2024", check.VisibleText, StringComparison.Ordinal);

        Newsroom.Slack.Interactions.Click(editor, check, "share");
        var shared = await Newsroom.Slack.Record.WaitForAnswerAsync(
            claim,
            static message => !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        var talk = Newsroom.Slack.World.Reply(User, claim, SlackNewsroom.OtherQuestion);
        await AnswerToAsync(Command(User, "help"));

        Assert.Equal(claim.Ts, shared.ThreadTs);
        // A thread in which the bot only shared something is not one that it takes part in.
        Assert.Single(
            Newsroom
                .Slack.Record.AnswersTo(talk)
                .Concat(Newsroom.Slack.Record.AnswersTo(claim))
                .Where(static message => !message.IsEphemeral)
                .Distinct()
        );
    }

    [Fact]
    public async Task Latest_sources_and_help_tell_what_is_there()
    {
        var latest = await AnswerToAsync(Command(User, "latest treaty 2"));
        var sources = await AnswerToAsync(Command(User, "sources"));
        var help = await AnswerToAsync(Command(User, "help"));

        Assert.Contains("Russia", latest.VisibleText, StringComparison.Ordinal);
        Assert.InRange(latest.Links().Count, 1, 2);
        Assert.Contains("5 articles", sources.VisibleText, StringComparison.Ordinal);
        Assert.Contains("/briefing ask", help.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("reindex", help.VisibleText, StringComparison.Ordinal);
        Assert.All([latest, sources, help], message => Assert.Equal(User, message.EphemeralTo));
    }

    [Theory]
    [InlineData("statsu", "There is no command 'statsu'")]
    [InlineData("reindex everything", "'reindex' takes nothing after it, 'rebuild', 'source:NAME', or 'pause', 'resume' or 'cancel' alone")]
    [InlineData("channel sideways", "'channel' does not know 'sideways'")]
    public async Task What_is_not_understood_is_named_with_the_help(string text, string expected)
    {
        var help = await AnswerToAsync(Command(User, text));

        Assert.StartsWith(expected, help.VisibleText, StringComparison.Ordinal);
        Assert.Contains("/briefing latest", help.VisibleText, StringComparison.Ordinal);
    }
}
