using BriefingBot.TestServers.Discord.Model;

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
        Assert.Contains("\\[1\\]", answer.Content, StringComparison.Ordinal);
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
        var question = newsroom.Discord.World.Send(_user, _channel, $"{bobby.Mention} {newsroom.Discord.Application.Bot.Mention} {Newsroom.Question} cc {bobby.Mention}");

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
    public async Task A_question_that_was_deleted_is_still_answered_once()
    {
        var question = newsroom.Discord.World.Mention(_user, _channel, Newsroom.Question);
        newsroom.Discord.World.Delete(question);

        var answer = await newsroom.Discord.Record.WaitForMessageAsync(message => message.Channel == _channel, cancellationToken: Cancellation);

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Null(answer.Referenced);
    }

    [Fact]
    public async Task Markup_and_mentions_in_a_question_are_not_echoed_as_such()
    {
        var question = newsroom.Discord.World.Mention(_user, _channel, $"**Who** met <@{_user.Id}> <:smile:123456> about the @everyone treaty of Russia and North Korea?");

        var answer = await newsroom.Discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Empty(answer.Pings);
        Assert.DoesNotContain("<:smile", answer.Content, StringComparison.Ordinal);
    }
}
