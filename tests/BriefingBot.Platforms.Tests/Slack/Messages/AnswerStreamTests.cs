using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Messages;

/// <summary>How an answer is posted: streamed, whole, or in two messages.</summary>
public sealed class AnswerStreamTests : AnswerStreamTest
{
    [Fact]
    public async Task An_answer_that_is_still_written_is_streamed_as_it_is_verified()
    {
        var (message, question, answer) = Ask();
        await Adapter.ShowAsync(question, answer, 1, Cancellation);
        await Adapter.ShowAsync(question, answer, 2, Cancellation);
        var stream = Assert.Single(Slack.Record.AnswersTo(message));
        Assert.True(stream.IsStreaming);

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

        Assert.Equal(StreamState.Stopped, stream.Stream);
        AssertWhole(stream);
        Assert.Equal(3, stream.Revisions.Length);
        Assert.All(
            stream.Revisions.Zip(stream.Revisions.Skip(1)),
            static pair => Assert.StartsWith(pair.First.Markdown!, pair.Second.Markdown!, StringComparison.Ordinal)
        );
        Assert.Equal("briefingbot_answer", stream.Metadata!["event_type"]!.GetValue<string>());
        Assert.Equal([new DeliveredPart(0, stream.Ts)], await Adapter.DeliveredAsync(question, Cancellation));
        Assert.Empty(Slack.Record.CallsOf("chat.update"));
        AssertOne(message);
    }

    [Fact]
    public async Task An_answer_that_comes_whole_is_streamed_by_its_sentences()
    {
        var (message, question, answer) = Ask();

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

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
            ? Slack.World.SendDirectMessage(Ada, "Who signed what?")
            : Slack.World.Post(Ada, Channel, "Who signed what?");
        var question = Adapter.QuestionOf(message);

        await Adapter.DeliverAsync(question, new AnswerReply(SlackAdapter.AnswerOf(question, First)), Cancellation);

        var start = Assert.Single(Slack.Record.CallsOf("chat.startStream")).Arguments;
        Assert.Equal(isDirect ? null : Ada.Id, start["recipient_user_id"]?.GetValue<string>());
        Assert.Equal(isDirect ? null : Slack.TeamId, start["recipient_team_id"]?.GetValue<string>());
        AssertOne(message);
    }

    [Fact]
    public async Task Where_streams_are_refused_they_are_not_tried_again_and_the_answer_is_posted_without_previews()
    {
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        var (first, question, answer) = Ask();
        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);
        var (second, next, other) = Ask();
        await Adapter.DeliverAsync(next, new AnswerReply(other), Cancellation);

        Assert.Single(Slack.Record.CallsOf("chat.startStream"));
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
            Channel = Slack.World.AddChannel($"desk-{i}");
            var (message, question, answer) = Ask();
            await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);
            messages.Add(message);
        }

        Assert.All(messages, message => AssertWhole(AssertOne(message)));
        Assert.InRange(Slack.Record.Counters.Streams, 15, 16);
        Assert.Equal(0, Slack.Record.Counters.RateLimited);
    }

    [Fact]
    public async Task A_long_answer_has_two_messages_with_the_buttons_and_more_under_the_last()
    {
        var message = Slack.World.Post(Ada, Channel, "Who signed what?");
        var question = Adapter.QuestionOf(message);
        string[] sentences =
        [
            .. Enumerable
                .Range(1, 60)
                .Select(static n =>
                    $"Sentence {n} begins here, {string.Join(' ', Enumerable.Repeat("goes on", 60))} and ends as number {n}."
                ),
        ];

        await Adapter.DeliverAsync(question, new AnswerReply(SlackAdapter.AnswerOf(question, sentences)), Cancellation);

        FakeMessage[] parts = [.. Slack.Record.AnswersTo(message)];
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

        Assert.Equal(parts.Length, (await Adapter.DeliveredAsync(question, Cancellation)).Count);
        Assert.Empty(Slack.Record.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_in_articles_pings_anybody_or_leads_anywhere(bool isStreamed)
    {
        if (!isStreamed)
        {
            Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream") { Error = "channel_type_not_supported" });
        }

        var message = Slack.World.Post(Ada, Channel, "Who signed what?");
        var question = Adapter.QuestionOf(message);
        var answer = SlackAdapter.AnswerOf(
            question,
            $"<!channel> <!here|here> <!everyone> <@{Ada.Id}> <!subteam^S0FAKE|desk> @channel, @Here and @everyone at "
                + $"<https://evil.example|home> and [home](https://evil.example) https://evil.example."
        );

        await Adapter.DeliverAsync(question, new AnswerReply(answer), Cancellation);

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
}
