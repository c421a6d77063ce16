using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

public sealed class AnswerStreamTests : IAsyncLifetime
{
    private const string First = "Seoul and Tokyo signed a treaty on *fish* in Busan.";
    private const string Second = "The treaty takes effect in May [sic] & lasts 10 years.";
    private const string Third = "Nobody from Pyongyang was asked.";
    private readonly DataFolder _data = new();
    private FakeSlackServer _slack = null!;
    private SlackAdapter _adapter = null!;
    private FakeChannel _channel = null!;
    private FakeUser _ada = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(new FakeSlackOptions());

    public async ValueTask DisposeAsync()
    {
        await _adapter.DisposeAsync();
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task An_answer_that_is_still_written_is_streamed_as_it_is_verified()
    {
        var (message, question, answer) = Ask();
        await _adapter.ShowAsync(question, answer, 1, Cancellation);
        await _adapter.ShowAsync(question, answer, 2, Cancellation);
        var stream = Assert.Single(_slack.Record.AnswersTo(message));
        Assert.True(stream.IsStreaming);

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        Assert.Equal(StreamState.Stopped, stream.Stream);
        AssertWhole(stream);
        Assert.Equal(3, stream.Revisions.Length);
        Assert.All(
            stream.Revisions.Zip(stream.Revisions.Skip(1)),
            static pair => Assert.StartsWith(pair.First.Markdown!, pair.Second.Markdown!, StringComparison.Ordinal)
        );
        Assert.Equal("briefingbot_answer", stream.Metadata!["event_type"]!.GetValue<string>());
        Assert.Equal([new DeliveredPart(0, stream.Ts)], await _adapter.DeliveredAsync(question, Cancellation));
        Assert.Empty(_slack.Record.CallsOf("chat.update"));
        AssertOne(message);
    }

    [Fact]
    public async Task An_answer_that_comes_whole_is_streamed_by_its_sentences()
    {
        var (message, question, answer) = Ask();

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        var stream = AssertOne(message);
        Assert.Equal(
            [
                $@"Seoul and Tokyo signed a treaty on \*fish\* in Busan. {Mark(1, First)}",
                $@"Seoul and Tokyo signed a treaty on \*fish\* in Busan. {Mark(1, First)} The treaty takes effect in May \[sic\] &amp; lasts 10 years. {Mark(2, Second)}",
            ],
            stream.Revisions.Take(2).Select(static revision => revision.Markdown)
        );
        AssertWhole(stream);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_channels_a_stream_names_its_reader_and_in_direct_messages_none(bool isDirect)
    {
        var message = isDirect
            ? _slack.World.SendDirectMessage(_ada, "Who signed what?")
            : _slack.World.Post(_ada, _channel, "Who signed what?");
        var question = _adapter.QuestionOf(message);

        await _adapter.DeliverAsync(question, new AnswerReply(SlackAdapter.AnswerOf(question, First)), Cancellation);

        var start = Assert.Single(_slack.Record.CallsOf("chat.startStream")).Arguments;
        Assert.Equal(isDirect ? null : _ada.Id, start["recipient_user_id"]?.GetValue<string>());
        Assert.Equal(isDirect ? null : _slack.TeamId, start["recipient_team_id"]?.GetValue<string>());
        AssertOne(message);
    }

    [Theory]
    [InlineData("chat.startStream", WebApiFaultKind.Error, "channel_type_not_supported")]
    [InlineData("chat.startStream", WebApiFaultKind.RateLimit, null)]
    [InlineData("chat.startStream", WebApiFaultKind.DropTcp, null)]
    [InlineData("chat.startStream", WebApiFaultKind.DropTcpAfterEffect, null)]
    [InlineData("chat.startStream", WebApiFaultKind.ServerErrorAfterEffect, null)]
    [InlineData("chat.appendStream", WebApiFaultKind.RateLimit, null)]
    [InlineData("chat.appendStream", WebApiFaultKind.ServerError, null)]
    [InlineData("chat.appendStream", WebApiFaultKind.DropTcp, null)]
    [InlineData("chat.appendStream", WebApiFaultKind.DropTcpAfterEffect, null)]
    [InlineData("chat.appendStream", WebApiFaultKind.Error, "message_not_in_streaming_state")]
    [InlineData("chat.stopStream", WebApiFaultKind.RateLimit, null)]
    [InlineData("chat.stopStream", WebApiFaultKind.ServerError, null)]
    [InlineData("chat.stopStream", WebApiFaultKind.DropTcp, null)]
    [InlineData("chat.stopStream", WebApiFaultKind.DropTcpAfterEffect, null)]
    [InlineData("chat.stopStream", WebApiFaultKind.Error, "msg_blocks_too_long")]
    public async Task Whatever_happens_to_a_stream_one_whole_message_comes_of_it(string method, WebApiFaultKind kind, string? error)
    {
        var (message, question, answer) = Ask();
        _slack.Faults.Add(new WebApiFault(kind, method) { Error = error ?? "internal_error" });

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        AssertWhole(AssertOne(message));
        Assert.Equal(1, _slack.Record.Faults[kind.ToString()]);
        Assert.Single(await _adapter.DeliveredAsync(question, Cancellation));
    }

    [Fact]
    public async Task A_stream_that_grew_too_old_is_written_anew_in_its_message()
    {
        await RestartAsync(new FakeSlackOptions { StreamLifetime = TimeSpan.Zero });
        var (message, question, answer) = Ask();

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        var one = AssertOne(message);
        Assert.Equal(StreamState.Expired, one.Stream);
        AssertWhole(one);
    }

    [Fact]
    public async Task A_message_that_was_deleted_meanwhile_is_posted_again()
    {
        var (message, question, answer) = Ask();
        await _adapter.ShowAsync(question, answer, 1, Cancellation);
        _slack.World.Delete(Assert.Single(_slack.Record.AnswersTo(message)));

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        AssertWhole(AssertOne(message));
    }

    [Fact]
    public async Task Stopped_by_its_reader_an_answer_ends_with_what_was_shown_and_its_sources()
    {
        var (message, question, answer) = Ask();
        await _adapter.ShowAsync(question, answer, 1, Cancellation);
        _slack.World.StopSession(_ada, message);
        await _slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);
        await _adapter.ShowAsync(question, answer, 2, Cancellation);

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        var one = AssertOne(message);
        Assert.Contains("Seoul and Tokyo", one.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("takes effect", one.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Stopped here at your request.", one.VisibleText, StringComparison.Ordinal);
        Assert.Equal(2, one.Links().Count);
        Assert.Empty(_slack.Record.CallsOf("chat.appendStream"));
    }

    [Fact]
    public async Task A_stop_that_only_Slack_tells_of_ends_it_as_well()
    {
        await RestartAsync(new FakeSlackOptions { BotEvents = ["app_mention"] });
        var (message, question, answer) = Ask();
        await _adapter.ShowAsync(question, answer, 1, Cancellation);
        _slack.World.StopSession(_ada, message);

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        Assert.Contains("Stopped here at your request.", AssertOne(message).VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_before_anything_was_shown_it_says_no_more_than_that()
    {
        var (message, question, answer) = Ask();
        await _adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);
        _slack.World.StopSession(_ada, message);
        await _slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        Assert.Equal("Stopped. Ask again whenever you like.", AssertOne(message).VisibleText);
    }

    [Fact]
    public async Task An_answer_that_broke_off_keeps_its_verified_beginning_with_the_sources_and_the_reason()
    {
        var (message, question, answer) = Ask();
        await _adapter.ShowAsync(question, answer, 2, Cancellation);

        await _adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "It took too long. Reference k7m2x9ab."), Cancellation);

        var one = AssertOne(message);
        Assert.Contains("takes effect", one.VisibleText, StringComparison.Ordinal);
        Assert.Equal(4, one.Links().Count);
        Assert.EndsWith("It took too long. Reference k7m2x9ab.", one.VisibleText, StringComparison.Ordinal);
        Assert.False(one.IsEphemeral);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task What_a_killed_process_streamed_is_finished_by_the_next_in_the_same_message(int shown)
    {
        var (message, question, answer) = Ask();
        if (shown == 0)
        {
            // It never learned that the stream began.
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.DropTcpAfterEffect, "chat.startStream"));
        }

        await _adapter.ShowAsync(question, SlackAdapter.AnswerOf(question, "Another beginning."), 1, Cancellation);
        await _adapter.DisposeAsync();
        _adapter = await SlackAdapter.StartAsync(_slack, _data, Cancellation);

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation, attempt: 2);

        var one = AssertOne(message);
        AssertWhole(one);
        Assert.DoesNotContain("Another beginning", one.VisibleText, StringComparison.Ordinal);
        Assert.Empty(_data.Query("SELECT value FROM platform_state WHERE key LIKE 'stream/%'"));
    }

    [Fact]
    public async Task What_a_killed_process_streamed_goes_when_there_is_no_answer_after_all()
    {
        var (message, question, answer) = Ask();
        await _adapter.ShowAsync(question, answer, 1, Cancellation);
        await _adapter.DisposeAsync();
        _adapter = await SlackAdapter.StartAsync(_slack, _data, Cancellation);

        await _adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "Broken. Reference k7m2x9ab."), Cancellation, attempt: 2);

        Assert.All(_slack.Record.AnswersTo(message), static reply => Assert.True(reply.IsDeleted));
        Assert.Equal(
            "Broken. Reference k7m2x9ab.",
            (await _slack.Record.WaitForEphemeralAsync(_ada, cancellationToken: Cancellation)).VisibleText
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_posted_and_not_written_down_is_found_by_its_mark(bool isStreamed)
    {
        var (message, question, answer) = Ask();
        if (!isStreamed)
        {
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        }

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);
        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation, attempt: 2, forgets: true);

        AssertWhole(AssertOne(message));
    }

    [Theory]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData(WebApiFaultKind.ServerErrorAfterEffect)]
    public async Task A_post_of_unknown_fate_is_looked_for_before_the_next(WebApiFaultKind kind)
    {
        var (message, question, answer) = Ask();
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        _slack.Faults.Add(new WebApiFault(kind, "chat.postMessage"));

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        AssertWhole(AssertOne(message));
        Assert.Single(_slack.Record.CallsOf("conversations.replies"));
    }

    [Fact]
    public async Task Where_streams_are_refused_they_are_not_tried_again_and_the_answer_is_posted_without_previews()
    {
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        var (first, question, answer) = Ask();
        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);
        var (second, next, other) = Ask();
        await _adapter.DeliverAsync(next, new AnswerReply(other), Cancellation);

        Assert.Single(_slack.Record.CallsOf("chat.startStream"));
        foreach (var message in new[] { first, second })
        {
            var posted = AssertOne(message);
            Assert.False(posted.UnfurlLinks);
            Assert.False(posted.UnfurlMedia);
            Assert.Contains("Seoul and Tokyo signed a treaty on *fish* in Busan. [1]", posted.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answers_that_would_have_to_wait_for_a_stream_are_posted()
    {
        List<FakeMessage> messages = [];
        for (int i = 0; i < 18; i++)
        {
            _channel = _slack.World.AddChannel($"desk-{i}");
            var (message, question, answer) = Ask();
            await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);
            messages.Add(message);
        }

        Assert.All(messages, message => AssertWhole(AssertOne(message)));
        Assert.InRange(_slack.Record.Counters.Streams, 15, 16);
        Assert.Equal(0, _slack.Record.Counters.RateLimited);
    }

    [Fact]
    public async Task A_long_answer_has_two_messages_with_the_buttons_and_more_under_the_last()
    {
        var message = _slack.World.Post(_ada, _channel, "Who signed what?");
        var question = _adapter.QuestionOf(message);
        string[] sentences =
        [
            .. Enumerable
                .Range(1, 60)
                .Select(static n =>
                    $"Sentence {n} begins here, {string.Join(' ', Enumerable.Repeat("goes on", 60))} and ends as number {n}."
                ),
        ];

        await _adapter.DeliverAsync(question, new AnswerReply(SlackAdapter.AnswerOf(question, sentences)), Cancellation);

        FakeMessage[] parts = [.. _slack.Record.AnswersTo(message)];
        Assert.Equal(2, parts.Length);
        Assert.All(parts, static part => Assert.InRange(part.VisibleText.Length, 1, 10_000));
        Assert.All(parts, static part => Assert.InRange(part.Blocks.Count, 1, 50));
        Assert.All(parts.SkipLast(1), static part => Assert.Empty(part.Buttons()));
        Assert.Equal(["feedback", "passages", "more"], parts[^1].Buttons());
        Assert.All(parts, part => Assert.Matches($"\\({Array.IndexOf(parts, part) + 1}/[3-9]\\)", part.VisibleText));
        for (int n = 1; n <= 10; n++)
        {
            Assert.Single(
                parts,
                part => part.VisibleText.Contains($"{sentences[n - 1]} {Mark(n, sentences[n - 1])}", StringComparison.Ordinal)
            );
        }

        Assert.Equal(parts.Length, (await _adapter.DeliveredAsync(question, Cancellation)).Count);
        Assert.Empty(_slack.Record.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_in_articles_pings_anybody_or_leads_anywhere(bool isStreamed)
    {
        if (!isStreamed)
        {
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        }

        var message = _slack.World.Post(_ada, _channel, "Who signed what?");
        var question = _adapter.QuestionOf(message);
        var answer = SlackAdapter.AnswerOf(
            question,
            $"<!channel> <!here|here> <!everyone> <@{_ada.Id}> <!subteam^S0FAKE|desk> @channel, @Here and @everyone at "
                + $"<https://evil.example|home> and [home](https://evil.example) https://evil.example."
        );

        await _adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        var posted = AssertOne(message);
        Assert.Empty(posted.Pings);
        string everything =
            posted.VisibleText
            + posted.Text
            + posted.Blocks.ToJsonString(
                new System.Text.Json.JsonSerializerOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );
        Assert.DoesNotContain("<!", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("@channel", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@here", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@everyone", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://evil", everything, StringComparison.Ordinal);
        string own = "https://briefing.example.org/articles/a1?revision=1&start=0&end=" + answer.Citations[0].End + "#p0";
        Assert.Equal([own, own.Replace("&", "&amp;", StringComparison.Ordinal)], posted.Links());
    }

    [Fact]
    public async Task The_status_tells_what_is_done_and_goes_when_only_the_asker_is_told()
    {
        var (message, question, _) = Ask();

        await _adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);
        await _adapter.ShowAsync(question, new ChatProgress("Reading 12 passages", null, true), Cancellation);
        var shown = _slack.World.StatusOf(message)!;
        await _adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "Broken."), Cancellation);

        Assert.Equal("is reading 12 passages...", shown.Status);
        Assert.Equal(["Reading 12 passages..."], shown.LoadingMessages);
        Assert.Null(_slack.World.StatusOf(message));
        Assert.Equal("Broken.", (await _slack.Record.WaitForEphemeralAsync(_ada, cancellationToken: Cancellation)).VisibleText);
    }

    [Fact]
    public async Task Talk_that_may_be_no_question_shows_no_status_before_it_is_understood()
    {
        var message = _slack.World.Post(_ada, _channel, "Well, well.");
        var question = _adapter.QuestionOf(message, ChatQuestionKind.FollowUp);

        await _adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);
        Assert.Empty(_slack.Record.Statuses);
        await _adapter.ShowAsync(question, new ChatProgress("Reading 3 passages", null, true), Cancellation);
        Assert.NotNull(_slack.World.StatusOf(message));
    }

    [Theory]
    [InlineData("chat.postEphemeral", WebApiFaultKind.Error, "user_not_in_channel")]
    [InlineData("assistant.threads.setStatus", WebApiFaultKind.Error, "channel_type_not_supported")]
    [InlineData("assistant.threads.setStatus", WebApiFaultKind.DropTcp, null)]
    public async Task A_notice_arrives_whatever_fails_beside_it(string method, WebApiFaultKind kind, string? error)
    {
        var (message, question, _) = Ask();
        _slack.Faults.Add(new WebApiFault(kind, method, 3) { Error = error ?? "internal_error" });
        await _adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);

        await _adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "Broken."), Cancellation);

        Assert.Single(_slack.Record.BotMessages, static posted => posted.VisibleText == "Broken.");
        Assert.Equal(method == "chat.postEphemeral", _slack.Record.AnswersTo(message).Count == 1);
    }

    /// <summary>The mark of a citation, in a message.</summary>
    private static string Mark(int n, string sentence) =>
        $@"[\[{n}\]](https://briefing.example.org/articles/a{n}?revision=1&start=0&end={sentence.Length}#p0)";

    private (FakeMessage Message, ChatQuestion Question, ChatAnswer Answer) Ask()
    {
        var message = _slack.World.Post(_ada, _channel, "Who signed what?");
        var question = _adapter.QuestionOf(message);
        return (message, question, SlackAdapter.AnswerOf(question, First, Second, Third));
    }

    private FakeMessage AssertOne(FakeMessage question)
    {
        var one = Assert.Single(_slack.Record.AnswersTo(question), static message => !message.IsDeleted);
        Assert.False(one.IsStreaming);
        Assert.Empty(one.Pings);
        Assert.Empty(_slack.Record.Violations);
        return one;
    }

    private static void AssertWhole(FakeMessage message)
    {
        string text = message.VisibleText;
        Assert.Equal(2, text.Split("Seoul and Tokyo").Length);
        Assert.Equal(2, text.Split("takes effect").Length);
        Assert.Equal(2, text.Split("Nobody from Pyongyang").Length);
        Assert.Equal(6, message.Links().Count);
        Assert.Contains("\n*Sources*\n[1] <https://briefing.example.org/articles/a1?", text, StringComparison.Ordinal);
        Assert.Contains("February 28, 2026", text, StringComparison.Ordinal);
        Assert.Equal(["feedback", "passages"], message.Buttons());
    }

    private async ValueTask StartAsync(FakeSlackOptions options)
    {
        _slack = await FakeSlackServer.StartAsync(options, Cancellation);
        _channel = _slack.World.AddChannel("general");
        _ada = _slack.World.AddUser("ada");
        _adapter = await SlackAdapter.StartAsync(_slack, _data, Cancellation);
    }

    private async Task RestartAsync(FakeSlackOptions options)
    {
        await _adapter.DisposeAsync();
        await _slack.DisposeAsync();
        await StartAsync(options);
    }
}
