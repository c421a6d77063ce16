using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class MessageTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private readonly FakeChannel _channel = newsroom.AddChannel();
    private readonly FakeUser _user = newsroom.AddUser();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mention_gets_a_cited_reply_that_pings_nobody()
    {
        var question = newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question);

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Contains(" [[1]](<https://briefing.example.org/articles/", answer.Content, StringComparison.Ordinal);
        Assert.Contains("**Sources**", answer.Content, StringComparison.Ordinal);
        Assert.Contains("June 21, 2024", answer.Content, StringComparison.Ordinal);
        Assert.Contains("](<https://briefing.example.org/articles/", answer.Content, StringComparison.Ordinal);
        Assert.Equal(question.Id, answer.ReferenceId);
        Assert.Empty(answer.Pings);
        Assert.Equal(MessageFlags.SuppressEmbeds, answer.Flags);
        Assert.Contains(newsroom.Discord.Record.Typing, typing => typing.Channel == _channel);
        Assert.Single(newsroom.Discord.Record.AnswersTo(question));
        Assert.Empty(newsroom.Discord.Record.Violations);
    }

    [Fact]
    public async Task A_mention_of_the_bot_s_role_hides_the_words_from_it_so_it_says_how_to_ask()
    {
        var question = newsroom.Discord.World.Send(_user, _channel, $"{newsroom.Guild.BotRole.Mention} {Newsroom.Question}");

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("Ask me about the coverage", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_of_others_change_nothing_of_what_is_asked()
    {
        var bobby = newsroom.AddUser();
        var question = newsroom.Discord.World.Send(
            _user,
            _channel,
            $"{bobby.Mention} {newsroom.Discord.Application.Bot.Mention} {Newsroom.Question} cc {bobby.Mention}"
        );

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Equal([Newsroom.Question], newsroom.Data.Query($"SELECT question_text FROM answer WHERE user_id = '{_user.Id}'"));
    }

    [Fact]
    public async Task A_mention_that_is_added_by_an_edit_is_a_question_once()
    {
        var question = newsroom.Discord.World.Send(_user, _channel, Newsroom.Question);
        newsroom.Discord.World.Edit(question, $"{newsroom.Discord.Application.Bot.Mention} {Newsroom.Question}");
        await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        newsroom.Discord.World.Edit(question, $"{newsroom.Discord.Application.Bot.Mention} {Newsroom.Question} Please.");
        var next = newsroom.Discord.World.Mention(_user, _channel, "Thanks!");
        var line = await newsroom.Discord.Record.WaitForAnswerAsync(next, cancellationToken: Cancellation);

        Assert.Equal("You're welcome.", line.Content);
        Assert.Single(newsroom.Discord.Record.AnswersTo(question));
    }

    [Fact]
    public async Task A_reply_without_a_ping_is_told_that_its_words_are_hidden()
    {
        var question = newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question);
        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        var reply = newsroom.Discord.World.Reply(_user, answer, "Who spoke by phone about it?", ping: false);
        var line = await newsroom.Discord.Record.WaitForAnswerAsync(reply, cancellationToken: Cancellation);

        Assert.Contains("cannot see the text of replies without a ping", line.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        var question = newsroom.Discord.World.SendDirectMessage(_user, Newsroom.Question);

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_an_answer_continues_the_conversation()
    {
        var question = newsroom.Discord.World.Mention(_user, _channel, "What does the treaty between Russia and North Korea say?");
        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        // People reply to what they have read: by then the bot has written down what it posted.
        await newsroom.Bot.WaitForLogAsync($"{question.Id} has its reply", Cancellation);

        var followUp = newsroom.Discord.World.Reply(_user, answer, "Who spoke by phone about it?");
        var second = await newsroom.Discord.Record.WaitForAnswerAsync(followUp, cancellationToken: Cancellation);

        Assert.Contains("treaty", second.Content, StringComparison.Ordinal);
        Assert.Equal(2, newsroom.Data.Query($"SELECT conversation FROM answer WHERE user_id = '{_user.Id}'").Count);
        Assert.Single(newsroom.Data.Query($"SELECT DISTINCT conversation FROM answer WHERE user_id = '{_user.Id}'"));
    }

    [Fact]
    public async Task Talk_that_is_not_for_the_bot_stays_unanswered()
    {
        var world = newsroom.Discord.World;
        var other = newsroom.Discord.World.AddUser("other-bot", isBot: true);
        newsroom.Guild.AddMember(other);
        FakeMessage[] talk =
        [
            world.Mention(other, _channel, Newsroom.Question),
            world.Send(_user, _channel, $"@everyone {Newsroom.Question}"),
            world.Send(_user, _channel, Newsroom.Question),
            world.Send(_user, _channel, $"{newsroom.Discord.Application.Bot.Mention} {Newsroom.Question}", webhookId: 4711),
        ];
        var question = world.Mention(_user, _channel, Newsroom.Question);

        await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.All(talk, message => Assert.Empty(newsroom.Discord.Record.AnswersTo(message)));
    }

    [Fact]
    public async Task An_empty_mention_gets_a_line_of_help()
    {
        var question = newsroom.Discord.World.Mention(_user, _channel, "");

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("Ask me about the coverage", answer.Content, StringComparison.Ordinal);
        Assert.Empty(answer.Components);
    }

    [Fact]
    public async Task A_question_that_the_coverage_does_not_answer_is_refused_with_the_nearest_articles()
    {
        var question = newsroom.Discord.World.Mention(_user, _channel, "Who won the 2022 football world cup final in Qatar?");

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("The coverage does not say", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_deleted_before_its_answer_is_posted_is_not_answered()
    {
        newsroom.Discord.Faults.Channels.Limit(_channel, TimeSpan.FromSeconds(1));
        var question = newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question);
        await newsroom.Discord.Record.WaitUntilAsync(() => Refused(_channel) > 0, cancellationToken: Cancellation);

        newsroom.Discord.World.Delete(question);
        await newsroom.Bot.WaitForLogAsync($"{question.Id} was deleted before its reply was posted", Cancellation);
        newsroom.Discord.Faults.Channels.Lift(_channel);
        await newsroom.Discord.Record.WaitForAnswerAsync(
            newsroom.Discord.World.Mention(_user, _channel, "Thanks!"),
            cancellationToken: Cancellation
        );

        Assert.Single(newsroom.Discord.Record.BotMessages, message => message.Channel == _channel);
        Assert.Equal(["4"], newsroom.Data.Query($"SELECT state FROM chat_question WHERE message_id = '{question.Id}'"));
    }

    [Fact]
    public async Task An_edit_of_an_unanswered_question_takes_its_place()
    {
        newsroom.Discord.Faults.Channels.Limit(_channel, TimeSpan.FromSeconds(1));
        var question = newsroom.Discord.World.Mention(_user, _channel, "What countermeasures is Seoul planning in response to the treaty?");
        await newsroom.Discord.Record.WaitUntilAsync(() => Refused(_channel) > 0, cancellationToken: Cancellation);

        newsroom.Discord.World.Edit(question, $"{newsroom.Discord.Application.Bot.Mention} {Newsroom.Question}");
        await newsroom.Bot.WaitForLogAsync($"{question.Id} was edited before its reply was posted", Cancellation);
        newsroom.Discord.Faults.Channels.Lift(_channel);
        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        await newsroom.Bot.WaitForLogAsync($"{question.Id} has its reply", Cancellation);

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Single(newsroom.Discord.Record.AnswersTo(question));
        Assert.Equal([Newsroom.Question], newsroom.Data.Query($"SELECT question_text FROM answer WHERE user_id = '{_user.Id}'"));
    }

    [Fact]
    public async Task A_question_in_another_language_is_told_so()
    {
        var question = newsroom.Discord.World.Mention(
            _user,
            _channel,
            "Mit wem hat der Außenminister über den Vertrag gesprochen und was wurde gesagt?"
        );

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("asked in German, and the coverage is in English", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_two_parts_names_the_part_that_the_coverage_does_not_tell()
    {
        string asked = $"{Newsroom.Question.TrimEnd('?')}, and who won the 2022 football world cup final in Qatar?";
        var question = newsroom.Discord.World.Mention(_user, _channel, asked);

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Contains(
            "The coverage does not answer this part of the question: “who won the 2022 football world cup final in Qatar”",
            answer.Content,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reply_that_points_at_a_post_holds_the_post_against_the_coverage()
    {
        var post = newsroom.Discord.World.Send(
            newsroom.AddUser(),
            _channel,
            $"{newsroom.Discord.Application.Bot.Mention} Lavrov sent tanks to Pyongyang on Monday. Cho Tae-yul spoke "
                + $"with Blinken about the treaty."
        );
        await newsroom.Discord.Record.WaitForAnswerAsync(post, cancellationToken: Cancellation);

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(
            newsroom.Discord.World.Reply(_user, post, $"{newsroom.Discord.Application.Bot.Mention} is this true?"),
            cancellationToken: Cancellation
        );

        Assert.Contains("**Not in the coverage**", answer.Content, StringComparison.Ordinal);
        Assert.Contains("“Lavrov”", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_by_direct_message_shows_in_no_list_of_others()
    {
        const string secret = "Who sold the lighthouse of Port Sorrow to the count of Monte Verde?";
        var admin = newsroom.AddAdmin();
        await newsroom.Discord.Record.WaitForAnswerAsync(
            newsroom.Discord.World.SendDirectMessage(_user, secret),
            cancellationToken: Cancellation
        );
        var asked = newsroom.Discord.Interactions.InvokeCommand(
            _user,
            _channel,
            "ask",
            new Dictionary<string, object> { ["question"] = $"{secret} And why?", ["private"] = true }
        );
        await newsroom.Discord.Record.WaitForAnswerAsync(asked, cancellationToken: Cancellation);

        var status = await newsroom.Discord.Record.WaitForAnswerAsync(
            newsroom.Discord.Interactions.InvokeCommand(admin, _channel, "status"),
            cancellationToken: Cancellation
        );
        using HttpClient http = new() { BaseAddress = await newsroom.Bot.GetAddressAsync(Cancellation) };
        string page = await http.GetStringAsync(new Uri("/status", UriKind.Relative), Cancellation);

        Assert.Contains("A question that was asked privately", status.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Monte Verde", status.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Monte Verde", page, StringComparison.Ordinal);
        Assert.Empty(newsroom.Data.Query("SELECT question FROM gap WHERE question LIKE '%Monte Verde%'"));
        await newsroom.Bot.WaitForLogAsync($"discord:{asked.Id} has its reply", Cancellation);
        Assert.Empty(newsroom.Data.Query("SELECT text FROM chat_question WHERE text LIKE '%Monte Verde%'"));
    }

    private int Refused(FakeChannel channel) =>
        newsroom.Discord.Record.Requests.Count(request => request.Path == $"/channels/{channel.Id}/messages" && request.Status == 429);

    [Fact]
    public async Task Markup_and_mentions_in_a_question_are_not_echoed_as_such()
    {
        var question = newsroom.Discord.World.Mention(
            _user,
            _channel,
            $"**Who** met <@{_user.Id}> <:smile:123456> about the @everyone treaty of Russia and North Korea?"
        );

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Empty(answer.Pings);
        Assert.DoesNotContain("<:smile", answer.Content, StringComparison.Ordinal);
    }
}
