using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class CommandTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private readonly FakeChannel _channel = newsroom.AddChannel();
    private readonly FakeUser _user = newsroom.AddUser();

    /// <summary>A sentence of an article, and one that no article has in these words.</summary>
    private const string Claim =
        "Cho called for Seoul and Washington to work closely together and take the initiative for a stern response "
        + "from the international community. "
        + "Cho Tae-yul spoke with Blinken and Kamikawa about the treaty between Russia and North Korea.";

    private const string EditOriginal = "PATCH /webhooks/{application_id}/{interaction_token}/messages/{message}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_is_deferred_and_then_filled_in()
    {
        var asked = Invoke("ask", ("question", Newsroom.Question));

        var answer = await AnswerToAsync(asked);

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.StartsWith("> Who did Foreign Minister", answer.Content, StringComparison.Ordinal);
        Assert.Equal(CallbackType.DeferredMessage, asked.Callback);
        Assert.True(asked.AcknowledgedAt - asked.CreatedAt < TimeSpan.FromSeconds(3));
        Assert.Same(answer, asked.Original);
        Assert.Empty(asked.FollowUps);
        Assert.False(answer.IsEphemeral);
        Assert.Empty(newsroom.Discord.Record.Violations);
    }

    [Fact]
    public async Task A_private_answer_is_shown_to_its_asker_and_shared_once()
    {
        var asked = Invoke("ask", ("question", Newsroom.Question), ("private", true));
        var answer = await AnswerToAsync(asked);
        Assert.True(answer.IsEphemeral);

        var shared = Click(answer, "share");
        Assert.Contains("Shared", (await AnswerToAsync(shared)).Content, StringComparison.Ordinal);
        var posted = await newsroom.Discord.Record.WaitForMessageAsync(
            message => message.Channel == _channel && !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        var again = await AnswerToAsync(Click(answer, "share"));

        Assert.Contains("Blinken", posted.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("share:", posted.Components.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("already", again.Content, StringComparison.Ordinal);
        Assert.Single(newsroom.Discord.Record.BotMessages, message => message.Channel == _channel && !message.IsEphemeral);
    }

    [Fact]
    public async Task An_answer_to_a_command_and_a_shared_one_whose_form_is_refused_are_sent_as_words_alone()
    {
        newsroom.Discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, EditOriginal) { Status = 400 });
        var plain = await AnswerToAsync(Invoke("ask", ("question", Newsroom.Question), ("private", true)));
        Assert.Contains("Blinken", plain.Content, StringComparison.Ordinal);
        Assert.Empty(plain.Components);

        var answer = await AnswerToAsync(Invoke("ask", ("question", Newsroom.Question), ("private", true)));
        newsroom.Discord.Faults.Add(
            new RestFault(RestFaultKind.ErrorStatus, "POST /channels/{channel_id}/messages") { Status = 400, Channel = _channel }
        );
        await AnswerToAsync(Click(answer, "share"));
        var shared = await newsroom.Discord.Record.WaitForMessageAsync(
            message => message.Channel == _channel && message.Interaction is null,
            cancellationToken: Cancellation
        );
        Assert.Contains("Blinken", shared.Content, StringComparison.Ordinal);
        Assert.Empty(shared.Components);
    }

    [Fact]
    public async Task Votes_count_once_a_person_and_the_last_word_holds()
    {
        var answer = await AnswerToAsync(Invoke("ask", ("question", Newsroom.Question)));

        Assert.True((await AnswerToAsync(Click(answer, "helpful"))).IsEphemeral);
        await AnswerToAsync(Click(answer, "unhelpful"));

        Assert.Equal(["0"], newsroom.Data.Query($"SELECT vote FROM vote WHERE user_id = '{_user.Id}'"));
    }

    [Fact]
    public async Task Passages_are_shown_in_full_to_whoever_asks()
    {
        var answer = await AnswerToAsync(Invoke("ask", ("question", Newsroom.Question)));

        var passages = await AnswerToAsync(Click(answer, "passages"));

        Assert.True(passages.IsEphemeral);
        Assert.Contains("> ", passages.Content, StringComparison.Ordinal);
        Assert.Contains("**", passages.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latest_sources_and_help_tell_what_is_there()
    {
        var latest = await AnswerToAsync(Invoke("latest", ("topic", "treaty"), ("count", 2)));
        var sources = await AnswerToAsync(Invoke("sources"));
        var help = await AnswerToAsync(Invoke("help"));

        Assert.Contains("Russia", latest.VisibleText, StringComparison.Ordinal);
        Assert.False(latest.IsEphemeral);
        Assert.NotEmpty(sources.Content);
        Assert.Contains("</ask:", help.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("reindex", help.Content, StringComparison.Ordinal);
        Assert.True(help.IsEphemeral);
    }

    [Fact]
    public async Task A_message_is_held_against_the_coverage()
    {
        var claim = newsroom.Discord.World.Send(_user, _channel, Claim);

        var check = await AnswerToAsync(newsroom.Discord.Interactions.InvokeMessageCommand(_user, claim, "Fact-check against coverage"));

        Assert.Contains("Blinken", check.Content, StringComparison.Ordinal);
        Assert.Contains("**Sources**", check.Content, StringComparison.Ordinal);
        Assert.True(check.Content.Contains("**Supported** by what was reported on June 21, 2024", StringComparison.Ordinal), check.Content);
        Assert.True(
            check.Content.Contains(
                "**Not in the coverage** in these words; the nearest report on June 21, 2024 is quoted below",
                StringComparison.Ordinal
            ),
            check.Content
        );
        Assert.True(check.IsEphemeral);
        Assert.Contains("share:", check.Components.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_gives_a_verdict_for_each_claim_and_never_confirms_what_is_not_there()
    {
        var claim = newsroom.Discord.World.Send(
            _user,
            _channel,
            "Lavrov sent tanks to Pyongyang on Monday. Cho Tae-yul did not speak with Blinken and Kamikawa about the "
                + "treaty between Russia and North Korea."
        );

        var check = await AnswerToAsync(newsroom.Discord.Interactions.InvokeMessageCommand(_user, claim, "Fact-check against coverage"));

        Assert.Contains("shows what was reported, not what is true", check.Content, StringComparison.Ordinal);
        Assert.Contains("**Not in the coverage**, which has nothing on", check.Content, StringComparison.Ordinal);
        Assert.Contains("“Lavrov”", check.Content, StringComparison.Ordinal);
        Assert.Contains("“tanks”", check.Content, StringComparison.Ordinal);
        Assert.Contains("“Monday”", check.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("**Supported**", check.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_helpful_asks_why_and_keeps_what_is_said()
    {
        var answer = await AnswerToAsync(Invoke("ask", ("question", Newsroom.Question)));

        var why = await AnswerToAsync(Click(answer, "unhelpful"));
        Assert.Contains("What was wrong with it?", why.Content, StringComparison.Ordinal);
        await AnswerToAsync(Click(why, "why-outdated"));
        Assert.Equal(["2"], newsroom.Data.Query($"SELECT reason FROM vote WHERE user_id = '{_user.Id}' AND vote = 0"));

        var opened = Click(why, "why-other");
        await newsroom.Discord.Record.WaitUntilAsync(() => opened.Modal is not null, cancellationToken: Cancellation);
        var sent = newsroom.Discord.Interactions.SubmitModal(
            opened,
            new Dictionary<string, string> { ["words"] = "It names the wrong minister." }
        );
        await AnswerToAsync(sent);

        Assert.Equal(
            ["It names the wrong minister."],
            newsroom.Data.Query($"SELECT words FROM vote WHERE user_id = '{_user.Id}' AND reason = 5")
        );
        Assert.Empty(newsroom.Discord.Record.Violations);
    }

    [Fact]
    public async Task Latest_goes_on_behind_a_button_until_all_is_shown()
    {
        var page = await AnswerToAsync(Invoke("latest", ("count", 2)));
        List<string> seen = [page.VisibleText];
        while (page.Components.ToJsonString().Contains("latest:", StringComparison.Ordinal))
        {
            page = await AnswerToAsync(Click(page, "latest"));
            Assert.DoesNotContain(page.VisibleText, seen);
            Assert.True(page.IsEphemeral);
            seen.Add(page.VisibleText);
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task Latest_is_a_card_with_a_line_between_its_stories_and_says_the_same_as_text_where_that_is_refused()
    {
        var card = await AnswerToAsync(Invoke("latest", ("count", 2)));
        newsroom.Discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, EditOriginal) { Status = 400 });
        var text = await AnswerToAsync(Invoke("latest", ("count", 2)));

        var box = Assert.IsType<JsonArray>(card.Components[0]!["components"]);
        Assert.Equal((17, 1), (TypeOf(card.Components[0]), TypeOf(card.Components[1])));
        Assert.Equal([10, 14, 10], box.Select(TypeOf));
        Assert.All(
            box.Where(static part => TypeOf(part) == 10),
            static part =>
                Assert.Matches(@"^\*\*\[.+\]\(<https://.+>\)\*\*[^\n]* · [^\n]+, 2024[^\n]*\n[^\n]", part!["content"]!.GetValue<string>())
        );
        Assert.Equal((MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds), (card.Flags, text.Flags));
        Assert.Equal(card.VisibleText, text.Content.Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Contains("latest:", text.Components.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(card.Pings);
        Assert.Empty(newsroom.Discord.Record.Violations);
    }

    [Fact]
    public async Task Topics_are_offered_while_they_are_typed()
    {
        var topics = newsroom.Discord.Interactions.Autocomplete(_user, _channel, "latest", "topic", "rus");
        var collections = newsroom.Discord.Interactions.Autocomplete(newsroom.AddAdmin(), _channel, "channel", "collection", "");
        await newsroom.Discord.Record.WaitUntilAsync(
            () => topics.Choices is not null && collections.Choices is not null,
            cancellationToken: Cancellation
        );

        Assert.Contains(topics.Choices!, choice => choice!["name"]!.GetValue<string>().Contains("Russia", StringComparison.Ordinal));
        Assert.All(
            topics.Choices!,
            choice => Assert.Contains("rus", choice!["name"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase)
        );
        Assert.NotEmpty(collections.Choices!);
    }

    [Fact]
    public async Task Commands_in_the_help_can_be_clicked()
    {
        var help = await AnswerToAsync(Invoke("help"));

        Assert.Matches("</ask:[0-9]+>", help.Content);
    }

    [Fact]
    public async Task Reindex_of_an_admin_ends_in_an_account()
    {
        var admin = newsroom.AddAdmin();

        var run = newsroom.Discord.Interactions.InvokeCommand(admin, _channel, "reindex", Options(("rebuild", true)));
        var account = await newsroom.Discord.Record.WaitForAnswerAsync(
            run,
            message => message.Content.StartsWith("Indexed", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30),
            Cancellation
        );

        Assert.Contains("5 articles", account.Content, StringComparison.Ordinal);
        Assert.Contains(
            newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{admin.Id}'"),
            outcome => outcome.StartsWith("done", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Admin_commands_are_refused_to_others_even_where_Discord_offers_them()
    {
        foreach (string command in new[] { "reindex", "status", "channel" })
        {
            var tried = newsroom.Discord.Interactions.InvokeCommand(_user, _channel, command, ignoreCommandPermissions: true);
            var refusal = await AnswerToAsync(tried);

            Assert.True(refusal.IsEphemeral);
            Assert.Contains("Only administrators", refusal.Content, StringComparison.Ordinal);
        }

        Assert.Equal(3, newsroom.Data.Query($"SELECT outcome FROM audit WHERE user_id = '{_user.Id}' AND outcome LIKE 'refused%'").Count);
    }

    [Fact]
    public async Task A_person_is_forgotten_at_the_word_of_an_admin()
    {
        await newsroom.Discord.Record.WaitForAnswerAsync(
            newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question),
            cancellationToken: Cancellation
        );
        var editor = newsroom.AddUser(newsroom.Editors);
        while (newsroom.Data.Query($"SELECT state FROM chat_question WHERE user_id = '{_user.Id}'") is not ["2"])
        {
            // What comes after the answer says when it is written down.
            await AnswerToAsync(Invoke("help"));
        }

        var forgotten = await AnswerToAsync(
            newsroom.Discord.Interactions.InvokeCommand(
                editor,
                _channel,
                "forget",
                Options(("member", _user.Id)),
                ignoreCommandPermissions: true
            )
        );

        Assert.StartsWith("Removed 1 question, 1 answer", forgotten.Content, StringComparison.Ordinal);
        Assert.True(forgotten.IsEphemeral);
        Assert.Empty(newsroom.Data.Query($"SELECT id FROM answer WHERE user_id = '{_user.Id}'"));
    }

    [Fact]
    public async Task A_configured_role_makes_an_admin()
    {
        var editor = newsroom.AddUser(newsroom.Editors);

        var status = await AnswerToAsync(
            newsroom.Discord.Interactions.InvokeCommand(editor, _channel, "status", ignoreCommandPermissions: true)
        );

        Assert.Contains("5 articles", status.Content, StringComparison.Ordinal);
        Assert.Contains("**Discord**: connected since ", status.Content, StringComparison.Ordinal);
        Assert.True(status.IsEphemeral);
    }

    [Fact]
    public async Task A_channel_can_be_answered_in_threads_and_switched_off()
    {
        var admin = newsroom.AddAdmin();
        await AnswerToAsync(newsroom.Discord.Interactions.InvokeCommand(admin, _channel, "channel", Options(("style", "thread"))));
        var question = newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question);
        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        Assert.True(answer.Channel.IsThread);
        Assert.Equal(question.Id, answer.Channel.Id);

        var followUp = newsroom.Discord.World.Mention(_user, answer.Channel, "And what does the treaty say?");
        var second = await newsroom.Discord.Record.WaitForAnswerAsync(followUp, cancellationToken: Cancellation);
        Assert.Same(answer.Channel, second.Channel);
        Assert.Single(newsroom.Data.Query($"SELECT DISTINCT conversation FROM answer WHERE user_id = '{_user.Id}'"));

        await AnswerToAsync(newsroom.Discord.Interactions.InvokeCommand(admin, _channel, "channel", Options(("enabled", false))));
        var refused = await AnswerToAsync(Invoke("latest"));
        Assert.Contains("switched off", refused.Content, StringComparison.Ordinal);

        var told = newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question);
        Assert.Contains(
            "switched off",
            (await newsroom.Discord.Record.WaitForAnswerAsync(told, cancellationToken: Cancellation)).Content,
            StringComparison.Ordinal
        );
        var silent = newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question);
        // The messages of a channel are read in their order, so the one before is read when this one is answered.
        await newsroom.Discord.Record.WaitForAnswerAsync(
            newsroom.Discord.World.Mention(newsroom.AddUser(), _channel, Newsroom.Question),
            cancellationToken: Cancellation
        );
        Assert.Empty(newsroom.Discord.Record.AnswersTo(silent));
    }

    private static Dictionary<string, object> Options(params (string Name, object Value)[] options) =>
        options.ToDictionary(option => option.Name, option => option.Value);

    private FakeInteraction Invoke(string command, params (string Name, object Value)[] options) =>
        newsroom.Discord.Interactions.InvokeCommand(_user, _channel, command, Options(options));

    private static int TypeOf(JsonNode? component) => component!["type"]!.GetValue<int>();

    private FakeInteraction Click(FakeMessage message, string action)
    {
        string id = message.Components.ToJsonString().Split('"').Single(text => text.StartsWith(action + ":", StringComparison.Ordinal));
        return newsroom.Discord.Interactions.ClickButton(_user, message, id);
    }

    private Task<FakeMessage> AnswerToAsync(FakeInteraction interaction) =>
        newsroom.Discord.Record.WaitForAnswerAsync(interaction, cancellationToken: Cancellation);
}
