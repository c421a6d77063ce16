using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host.Commands;

/// <summary>What everybody may call: asking, checking, and looking into the coverage.</summary>
public sealed class CommandTests(Newsroom newsroom) : CommandTest(newsroom), IClassFixture<Newsroom>
{
    private const string EditOriginal = "PATCH /webhooks/{application_id}/{interaction_token}/messages/{message}";

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
        Assert.Empty(Newsroom.Discord.Record.Violations);
    }

    [Fact]
    public async Task A_private_answer_is_shown_to_its_asker_and_shared_once()
    {
        var asked = Invoke("ask", ("question", Newsroom.Question), ("private", true));
        var answer = await AnswerToAsync(asked);
        Assert.True(answer.IsEphemeral);

        var shared = Click(answer, "share");
        Assert.Contains("Shared", (await AnswerToAsync(shared)).Content, StringComparison.Ordinal);
        var posted = await Newsroom.Discord.Record.WaitForMessageAsync(
            message => message.Channel == Channel && !message.IsEphemeral,
            cancellationToken: Cancellation
        );
        var again = await AnswerToAsync(Click(answer, "share"));

        Assert.Contains("Blinken", posted.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("share:", posted.Components.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("already", again.Content, StringComparison.Ordinal);
        Assert.Single(Newsroom.Discord.Record.BotMessages, message => message.Channel == Channel && !message.IsEphemeral);
    }

    [Fact]
    public async Task An_answer_to_a_command_and_a_shared_one_whose_form_is_refused_are_sent_as_words_alone()
    {
        Newsroom.Discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, EditOriginal) { Status = 400 });
        var plain = await AnswerToAsync(Invoke("ask", ("question", Newsroom.Question), ("private", true)));
        Assert.Contains("Blinken", plain.Content, StringComparison.Ordinal);
        Assert.Empty(plain.Components);

        var answer = await AnswerToAsync(Invoke("ask", ("question", Newsroom.Question), ("private", true)));
        Newsroom.Discord.Faults.Add(
            new RestFault(RestFaultKind.ErrorStatus, "POST /channels/{channel_id}/messages") { Status = 400, Channel = Channel }
        );
        await AnswerToAsync(Click(answer, "share"));
        var shared = await Newsroom.Discord.Record.WaitForMessageAsync(
            message => message.Channel == Channel && message.Interaction is null,
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

        Assert.Equal(["0"], Newsroom.Data.Query($"SELECT vote FROM vote WHERE user_id = '{User.Id}'"));
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
        var claim = Newsroom.Discord.World.Send(User, Channel, Claim);

        var check = await AnswerToAsync(Newsroom.Discord.Interactions.InvokeMessageCommand(User, claim, "Fact-check against coverage"));

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
        var claim = Newsroom.Discord.World.Send(
            User,
            Channel,
            "Lavrov sent tanks to Pyongyang on Monday. Cho Tae-yul did not speak with Blinken and Kamikawa about the "
                + "treaty between Russia and North Korea."
        );

        var check = await AnswerToAsync(Newsroom.Discord.Interactions.InvokeMessageCommand(User, claim, "Fact-check against coverage"));

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
        Assert.Equal(["2"], Newsroom.Data.Query($"SELECT reason FROM vote WHERE user_id = '{User.Id}' AND vote = 0"));

        var opened = Click(why, "why-other");
        await Newsroom.Discord.Record.WaitUntilAsync(() => opened.Modal is not null, cancellationToken: Cancellation);
        var sent = Newsroom.Discord.Interactions.SubmitModal(
            opened,
            new Dictionary<string, string> { ["words"] = "It names the wrong minister." }
        );
        await AnswerToAsync(sent);

        Assert.Equal(
            ["It names the wrong minister."],
            Newsroom.Data.Query($"SELECT words FROM vote WHERE user_id = '{User.Id}' AND reason = 5")
        );
        Assert.Empty(Newsroom.Discord.Record.Violations);
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
        Newsroom.Discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, EditOriginal) { Status = 400 });
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
        Assert.Empty(Newsroom.Discord.Record.Violations);
    }

    [Fact]
    public async Task Topics_are_offered_while_they_are_typed()
    {
        var topics = Newsroom.Discord.Interactions.Autocomplete(User, Channel, "latest", "topic", "rus");
        var collections = Newsroom.Discord.Interactions.Autocomplete(Newsroom.AddAdmin(), Channel, "channel", "collection", "");
        await Newsroom.Discord.Record.WaitUntilAsync(
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
}
