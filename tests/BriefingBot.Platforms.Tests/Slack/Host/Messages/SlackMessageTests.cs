using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Messages;

/// <summary>Messages, the same in both modes.</summary>
public abstract class SlackMessageTests(SlackNewsroom newsroom)
{
    private readonly FakeChannel _channel = newsroom.AddChannel();
    private readonly FakeUser _user = newsroom.AddUser();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mention_gets_one_cited_answer_in_its_thread_that_pings_nobody()
    {
        var question = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);

        var answer = await AnswerToAsync(question);

        Assert.Equal(question.Ts, answer.ThreadTs);
        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains(@" [\[1\]](https://briefing.example.org/articles/", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Sources*", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("June 21, 2024", answer.VisibleText, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Links());
        Assert.All(
            answer.Links(),
            static address => Assert.StartsWith("https://briefing.example.org/articles/", address, StringComparison.Ordinal)
        );
        Assert.Equal(["feedback", "passages"], answer.Buttons());
        Assert.Empty(answer.Pings);
        await EndAsync(question);
    }

    [Fact]
    public async Task A_mention_that_is_added_by_an_edit_is_a_question_and_mentions_of_others_change_nothing()
    {
        var question = newsroom.Slack.World.Post(_user, _channel, SlackNewsroom.Question);
        newsroom.Slack.World.Edit(question, $"{newsroom.Slack.Bot.Mention} {SlackNewsroom.Question} cc {newsroom.AddUser().Mention}");

        var answer = await AnswerToAsync(question);

        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        await EndAsync(question);
    }

    [Fact]
    public async Task A_question_that_is_deleted_or_edited_before_its_answer_is_posted_counts_as_it_is_then()
    {
        newsroom.Slack.Faults.Channels.Limit(_channel, TimeSpan.FromSeconds(1));
        var deleted = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        var edited = newsroom.Slack.World.Mention(newsroom.AddUser(), _channel, SlackNewsroom.OtherQuestion);
        await newsroom.Slack.Record.WaitUntilAsync(() => Answered(deleted) && Answered(edited), cancellationToken: Cancellation);

        newsroom.Slack.World.Delete(deleted);
        newsroom.Slack.World.Edit(edited, $"{newsroom.Slack.Bot.Mention} {SlackNewsroom.Question}");
        await newsroom.Bot.WaitForLogAsync($"{deleted.Ts} was deleted before its reply was posted", Cancellation);
        await newsroom.Bot.WaitForLogAsync($"{edited.Ts} was edited before its reply was posted", Cancellation);
        newsroom.Slack.Faults.Channels.Lift(_channel);
        var answer = await newsroom.Slack.Record.WaitForAnswerAsync(
            edited,
            static message => message is { IsDeleted: false, Metadata: not null },
            TimeSpan.FromSeconds(60),
            Cancellation
        );
        await newsroom.Bot.WaitForLogAsync($"{edited.Ts} has its reply", Cancellation);

        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain(newsroom.Slack.Record.AnswersTo(deleted), static message => !message.IsDeleted);
    }

    [Fact]
    public async Task A_question_in_a_thread_under_somebody_s_post_asks_about_that_post()
    {
        var post = newsroom.Slack.World.Post(newsroom.AddUser(), _channel, "Lavrov sent tanks to Pyongyang on Monday.");
        var question = newsroom.Slack.World.Mention(_user, _channel, "is this true?", post);

        var answer = await newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

        Assert.Contains("*Not in the coverage*, which has nothing on", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("“Lavrov”", answer.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention_and_is_answered_in_its_thread()
    {
        var question = newsroom.Slack.World.SendDirectMessage(_user, SlackNewsroom.Question);

        var answer = await AnswerToAsync(question);

        Assert.Equal(question.Ts, answer.ThreadTs);
        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        await EndAsync(question);
        // The button that stops an answer shows as long as there is something to stop.
        Assert.Equal(
            ["processing", "active"],
            newsroom
                .Slack.Record.Sessions.Where(session => session.Channel == question.Channel && session.ThreadTs == question.Ts)
                .Select(static session => session.Status)
        );

        // The chat is found again by what it began with.
        await newsroom.Slack.Record.WaitUntilAsync(() => TitlesOf(question).Count > 0, cancellationToken: Cancellation);
        Assert.Equal("Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North…", Assert.Single(TitlesOf(question)));
    }

    [Fact]
    public async Task Direct_messages_go_on_from_each_other_inside_and_beside_the_thread()
    {
        var first = newsroom.Slack.World.SendDirectMessage(_user, "What does the treaty between Russia and North Korea say?");
        await EndAsync(first, await AnswerToAsync(first));
        var inside = newsroom.Slack.World.Reply(_user, first, "Who spoke by phone about it?");
        await EndAsync(inside, await AnswerToAsync(inside));
        var beside = newsroom.Slack.World.SendDirectMessage(_user, "And what did Seoul say about it?");
        await EndAsync(beside, await AnswerToAsync(beside));

        Assert.Equal(first.Ts, newsroom.Slack.Record.AnswersTo(inside)[0].ThreadTs);
        Assert.Equal(3, newsroom.Data.Query($"SELECT conversation FROM answer WHERE user_id = '{_user.Id}'").Count);
        Assert.Single(newsroom.Data.Query($"SELECT DISTINCT conversation FROM answer WHERE user_id = '{_user.Id}'"));
    }

    [Fact]
    public async Task In_its_threads_questions_need_no_mention_and_talk_is_left_alone()
    {
        var question = newsroom.Slack.World.Mention(_user, _channel, SlackNewsroom.Question);
        await EndAsync(question, await AnswerToAsync(question));
        var other = newsroom.AddUser();

        FakeMessage[] talk =
        [
            newsroom.Slack.World.Reply(other, question, "Thanks, that helps."),
            newsroom.Slack.World.Reply(other, question, $"{_user.Mention} what do you make of it?"),
            newsroom.Slack.World.Post(other, _channel, SlackNewsroom.OtherQuestion),
        ];
        var followUp = newsroom.Slack.World.Reply(other, question, SlackNewsroom.OtherQuestion);
        var answer = await AnswerToAsync(followUp);

        Assert.Equal(question.Ts, answer.ThreadTs);
        Assert.Contains("sanctions", answer.VisibleText, StringComparison.Ordinal);
        Assert.Equal(2, newsroom.Slack.Record.AnswersTo(question).Count);
        Assert.Empty(newsroom.Slack.Record.AnswersTo(talk[2]));
    }

    [Fact]
    public async Task An_empty_mention_gets_a_line_of_help_for_the_asker_alone()
    {
        var question = newsroom.Slack.World.Mention(_user, _channel, "");

        var help = await newsroom.Slack.Record.WaitForEphemeralAsync(_user, cancellationToken: Cancellation);

        Assert.Contains("Ask me about the coverage", help.VisibleText, StringComparison.Ordinal);
        Assert.Null(help.ThreadTs);
        Assert.Empty(newsroom.Slack.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Posts_of_bots_edits_and_deletions_are_no_questions()
    {
        var world = newsroom.Slack.World;
        var bot = world.AddBot("other-bot");
        FakeMessage[] talk =
        [
            world.Post(bot, _channel, $"{newsroom.Slack.Bot.Mention} {SlackNewsroom.Question}"),
            world.Post(_user, _channel, $"{newsroom.Slack.Bot.Mention} {SlackNewsroom.Question}", subtype: "channel_topic"),
            world.Post(_user, _channel, SlackNewsroom.Question),
        ];
        var question = world.Mention(_user, _channel, SlackNewsroom.Question);
        await AnswerToAsync(question);

        world.Edit(question, $"{newsroom.Slack.Bot.Mention} {SlackNewsroom.OtherQuestion}");
        world.Delete(talk[2]);
        var last = world.Mention(_user, _channel, SlackNewsroom.OtherQuestion);
        await AnswerToAsync(last);
        await newsroom.Slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);

        Assert.All(talk, message => Assert.Empty(newsroom.Slack.Record.AnswersTo(message)));
        Assert.Single(newsroom.Slack.Record.AnswersTo(question));
    }

    [Theory]
    [InlineData(ChannelType.Private)]
    [InlineData(ChannelType.GroupDirectMessage)]
    public async Task Private_channels_and_group_messages_are_answered_where_the_bot_is_mentioned(ChannelType type)
    {
        var channel = newsroom.AddChannel(type);

        var question = newsroom.Slack.World.Post(_user, channel, $"{newsroom.Slack.Bot.Mention} {SlackNewsroom.Question}");
        var answer = await AnswerToAsync(question);

        Assert.Equal(question.Ts, answer.ThreadTs);
        await EndAsync(question);
    }

    [Fact]
    public async Task A_question_that_the_coverage_does_not_answer_is_refused_with_the_nearest_articles()
    {
        var question = newsroom.Slack.World.Mention(_user, _channel, "Who won the 2022 football world cup final in Qatar?");

        var answer = await AnswerToAsync(question);

        Assert.Contains("The coverage does not say", answer.VisibleText, StringComparison.Ordinal);
        Assert.Equal(["feedback"], answer.Buttons());
        Assert.False(answer.UnfurlLinks);
        Assert.False(answer.UnfurlMedia);
    }

    [Fact]
    public async Task Marks_and_mentions_in_a_question_are_read_as_words_and_never_echoed()
    {
        var question = newsroom.Slack.World.Post(
            _user,
            _channel,
            $"*Who* :wave: did <@{_user.Id}> & {newsroom.Slack.Bot.Mention} <!here> <https://evil.example|Cho> speak "
                + $"with by phone about the treaty?"
        );

        var answer = await AnswerToAsync(question);

        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
        Assert.Empty(answer.Pings);
        Assert.DoesNotContain("evil", answer.VisibleText, StringComparison.Ordinal);
        Assert.Equal(
            ["Who did & Cho speak with by phone about the treaty?"],
            newsroom.Data.Query($"SELECT question_text FROM answer WHERE user_id = '{_user.Id}'")
        );
    }

    private bool Answered(FakeMessage question) =>
        newsroom.Data.Query($"SELECT id FROM answer WHERE question LIKE '%{question.Ts}'").Count > 0;

    /// <summary>Its one answer is written down, and nothing was done that a good client does not do.</summary>
    private async Task EndAsync(FakeMessage question, FakeMessage? answer = null)
    {
        await newsroom.Bot.WaitForLogAsync($"{question.Ts} has its reply", Cancellation);
        if (answer is null)
        {
            Assert.Single(newsroom.Slack.Record.AnswersTo(question));
        }

        Assert.Empty(newsroom.Slack.Record.Violations);
    }

    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        newsroom.Slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);

    private IReadOnlyList<string> TitlesOf(FakeMessage question) =>
        [
            .. newsroom
                .Slack.Record.CallsOf("assistant.threads.setTitle")
                .Where(call => call.Arguments["thread_ts"]!.GetValue<string>() == question.Ts)
                .Select(static call => call.Arguments["title"]!.GetValue<string>()),
        ];
}
