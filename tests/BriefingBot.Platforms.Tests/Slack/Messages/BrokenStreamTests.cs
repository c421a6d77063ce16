using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

/// <summary>Streams that fail, are stopped, or are left behind by a killed process.</summary>
public sealed class BrokenStreamTests : AnswerStreamTest
{
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
        Slack.Faults.Add(new WebApiFault(kind, method) { Error = error ?? "internal_error" });

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        AssertWhole(AssertOne(message));
        Assert.Equal(1, Slack.Record.Faults[kind.ToString()]);
        Assert.Single(await Adapter.DeliveredAsync(question, Cancellation));
    }

    [Fact]
    public async Task A_stream_that_grew_too_old_is_written_anew_in_its_message()
    {
        await RestartAsync(new FakeSlackOptions { StreamLifetime = TimeSpan.Zero });
        var (message, question, answer) = Ask();

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        var one = AssertOne(message);
        Assert.Equal(StreamState.Expired, one.Stream);
        AssertWhole(one);
    }

    [Fact]
    public async Task A_message_that_was_deleted_meanwhile_is_posted_again()
    {
        var (message, question, answer) = Ask();
        await Adapter.ShowAsync(question, answer, 1, Cancellation);
        Slack.World.Delete(Assert.Single(Slack.Record.AnswersTo(message)));

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        AssertWhole(AssertOne(message));
    }

    [Fact]
    public async Task Stopped_by_its_reader_an_answer_ends_with_what_was_shown_and_its_sources()
    {
        var (message, question, answer) = Ask();
        await Adapter.ShowAsync(question, answer, 1, Cancellation);
        Slack.World.StopSession(Ada, message);
        await Slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);
        await Adapter.ShowAsync(question, answer, 2, Cancellation);

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        var one = AssertOne(message);
        Assert.Contains("Seoul and Tokyo", one.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("takes effect", one.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Stopped here at your request.", one.VisibleText, StringComparison.Ordinal);
        Assert.Equal(2, one.Links().Count);
        Assert.Empty(Slack.Record.CallsOf("chat.appendStream"));
    }

    [Fact]
    public async Task A_stop_that_only_Slack_tells_of_ends_it_as_well()
    {
        await RestartAsync(new FakeSlackOptions { BotEvents = ["app_mention"] });
        var (message, question, answer) = Ask();
        await Adapter.ShowAsync(question, answer, 1, Cancellation);
        Slack.World.StopSession(Ada, message);

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        Assert.Contains("Stopped here at your request.", AssertOne(message).VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_before_anything_was_shown_it_says_no_more_than_that()
    {
        var (message, question, answer) = Ask();
        await Adapter.ShowAsync(question, new ChatProgress("Searching the coverage"), Cancellation);
        Slack.World.StopSession(Ada, message);
        await Slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        Assert.Equal("Stopped. Ask again whenever you like.", AssertOne(message).VisibleText);
    }

    [Fact]
    public async Task An_answer_that_broke_off_keeps_its_verified_beginning_with_the_sources_and_the_reason()
    {
        var (message, question, answer) = Ask();
        await Adapter.ShowAsync(question, answer, 2, Cancellation);

        await Adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "It took too long. Reference k7m2x9ab."), Cancellation);

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
            Slack.Faults.Add(new WebApiFault(WebApiFaultKind.DropTcpAfterEffect, "chat.startStream"));
        }

        await Adapter.ShowAsync(question, SlackAdapter.AnswerOf(question, "Another beginning."), 1, Cancellation);
        await Adapter.DisposeAsync();
        Adapter = await SlackAdapter.StartAsync(Slack, Data, Cancellation);

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation, attempt: 2);

        var one = AssertOne(message);
        AssertWhole(one);
        Assert.DoesNotContain("Another beginning", one.VisibleText, StringComparison.Ordinal);
        Assert.Empty(Data.Query("SELECT value FROM platform_state WHERE key LIKE 'stream/%'"));
    }

    [Fact]
    public async Task What_a_killed_process_streamed_goes_when_there_is_no_answer_after_all()
    {
        var (message, question, answer) = Ask();
        await Adapter.ShowAsync(question, answer, 1, Cancellation);
        await Adapter.DisposeAsync();
        Adapter = await SlackAdapter.StartAsync(Slack, Data, Cancellation);

        await Adapter.DeliverAsync(question, new NoticeReply(NoticeKind.Failed, "Broken. Reference k7m2x9ab."), Cancellation, attempt: 2);

        Assert.All(Slack.Record.AnswersTo(message), static reply => Assert.True(reply.IsDeleted));
        Assert.Equal(
            "Broken. Reference k7m2x9ab.",
            (await Slack.Record.WaitForEphemeralAsync(Ada, cancellationToken: Cancellation)).VisibleText
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
            Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        }

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);
        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation, attempt: 2, forgets: true);

        AssertWhole(AssertOne(message));
    }

    [Theory]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData(WebApiFaultKind.ServerErrorAfterEffect)]
    public async Task A_post_of_unknown_fate_is_looked_for_before_the_next(WebApiFaultKind kind)
    {
        var (message, question, answer) = Ask();
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        Slack.Faults.Add(new WebApiFault(kind, "chat.postMessage"));

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        AssertWhole(AssertOne(message));
        Assert.Single(Slack.Record.CallsOf("conversations.replies"));
    }
}
