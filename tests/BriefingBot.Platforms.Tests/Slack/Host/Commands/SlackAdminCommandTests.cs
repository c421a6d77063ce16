using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Commands;

/// <summary>What only administrators may call, the same in both modes.</summary>
public abstract class SlackAdminCommandTests(SlackNewsroom newsroom) : SlackCommandTest(newsroom)
{
    [Fact]
    public async Task Reindex_of_an_admin_shows_how_far_it_is_and_ends_in_an_account()
    {
        var admin = Newsroom.AddUser(UserRole.Admin);

        var run = Command(admin, "reindex rebuild");
        var account = await Newsroom.Slack.Record.WaitForAnswerAsync(
            run,
            static message => message.VisibleText.StartsWith("Indexed", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30),
            Cancellation
        );

        Assert.Contains("5 articles", account.VisibleText, StringComparison.Ordinal);
        Assert.StartsWith("Indexing: ", Newsroom.Slack.Record.AnswersTo(run)[0].VisibleText, StringComparison.Ordinal);
        Assert.InRange(run.ResponseUrlUses, 2, 5);
        Assert.Contains(
            Newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{admin.Id}'"),
            static outcome => outcome.StartsWith("done", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Admin_commands_are_refused_to_others_and_that_is_written_down()
    {
        foreach (string command in new[] { "reindex", "status", "channel off", "forget U0123" })
        {
            var refusal = await AnswerToAsync(Command(User, command));

            Assert.Equal(User, refusal.EphemeralTo);
            Assert.Contains("Only administrators", refusal.VisibleText, StringComparison.Ordinal);
        }

        Assert.Equal(4, Newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{User.Id}' AND outcome LIKE 'refused%'").Count);
    }

    [Fact]
    public async Task A_person_is_forgotten_at_the_word_of_an_admin()
    {
        await Newsroom.Slack.Record.WaitForAnswerAsync(
            Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.Question),
            cancellationToken: Cancellation
        );
        while (Newsroom.Data.Query($"SELECT state FROM chat_question WHERE user_id = '{User.Id}'") is not ["2"])
        {
            // What comes after the answer says when it is written down.
            await AnswerToAsync(Command(Newsroom.Editor, "help"));
        }

        var nobody = await AnswerToAsync(Command(Newsroom.Editor, "forget"));
        var forgotten = await AnswerToAsync(Command(Newsroom.Editor, $"forget {User.Id}"));

        Assert.Contains("member ID", nobody.VisibleText, StringComparison.Ordinal);
        Assert.StartsWith("Removed 1 question, 1 answer", forgotten.VisibleText, StringComparison.Ordinal);
        Assert.Empty(Newsroom.Data.Query($"SELECT id FROM answer WHERE user_id = '{User.Id}'"));
    }

    [Fact]
    public async Task A_configured_user_is_an_admin()
    {
        var status = await AnswerToAsync(Command(Newsroom.Editor, "status"));

        Assert.Contains("5 articles", status.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Slack_does_not_say_who_is_an_admin_nobody_is_refused_for_it()
    {
        var owner = Newsroom.AddUser(UserRole.Owner);
        Newsroom.Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "users.info") { Error = "missing_scope" });

        var failed = await AnswerToAsync(Command(owner, "status"));
        var status = await AnswerToAsync(Command(owner, "status"));

        Assert.Contains("reference", failed.VisibleText, StringComparison.Ordinal);
        Assert.Contains("5 articles", status.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_is_switched_off_and_on_and_its_settings_are_shown()
    {
        var owner = Newsroom.AddUser(UserRole.Owner);
        await AnswerToAsync(Command(owner, "channel off followups off"));
        var told = Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.Question);
        var reason = await Newsroom.Slack.Record.WaitForEphemeralAsync(
            User,
            message => message.Interaction is null,
            cancellationToken: Cancellation
        );
        await Newsroom.Bot.WaitForLogAsync($"{told.Ts} has its reply", Cancellation);
        var silent = Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.Question);
        var refused = await AnswerToAsync(Command(User, "latest"));
        var shown = await AnswerToAsync(Command(owner, "channel"));
        Assert.Contains("switched off", refused.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Answers*: off", shown.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Follow-ups without a mention*: off", shown.VisibleText, StringComparison.Ordinal);

        // Both events of the mention have to be told off before the bot is switched on again.
        await Newsroom.Slack.Record.WaitUntilAsync(
            () =>
                Newsroom
                    .Slack.Record.Deliveries.Where(delivery => delivery.Payload["event"]?["ts"]?.GetValue<string>() == silent.Ts.ToString())
                    .All(static delivery => delivery.State != DeliveryState.Pending),
            cancellationToken: Cancellation
        );
        await AnswerToAsync(Command(owner, "channel on"));
        var question = Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.Question);
        await Newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        await Newsroom.Bot.WaitForLogAsync($"{question.Ts} has its reply", Cancellation);
        var talk = Newsroom.Slack.World.Reply(User, question, SlackNewsroom.OtherQuestion);
        await Newsroom.Slack.Record.WaitForAnswerAsync(
            Newsroom.Slack.World.Mention(User, Channel, SlackNewsroom.OtherQuestion),
            cancellationToken: Cancellation
        );

        Assert.Contains("switched off", reason.VisibleText, StringComparison.Ordinal);
        Assert.Single(Newsroom.Slack.Record.BotMessages, message => message.EphemeralTo == User && message.Interaction is null);
        Assert.Empty(Newsroom.Slack.Record.AnswersTo(told));
        Assert.Empty(Newsroom.Slack.Record.AnswersTo(silent));
        Assert.Empty(Newsroom.Slack.Record.AnswersTo(talk));
    }
}
