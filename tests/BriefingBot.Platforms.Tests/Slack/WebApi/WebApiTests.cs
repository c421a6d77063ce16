using System.Diagnostics;
using System.Text.Json.Nodes;
using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Platforms.Tests.FakeSlackTests;
using BriefingBot.Slack;
using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.Protocol.Assistants;
using BriefingBot.Slack.Protocol.Blocks;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.Protocol.People;
using BriefingBot.Slack.Protocol.Streams;
using BriefingBot.Slack.Protocol.Views;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

public sealed class WebApiTests : IAsyncLifetime
{
    private static readonly WebApiTimings Quick = new() { Answer = TimeSpan.FromSeconds(2), Retry = TimeSpan.FromMilliseconds(20) };
    private readonly TestLog _log = new();
    private FakeSlackServer _slack = null!;
    private FakeChannel _channel = null!;
    private FakeUser _ada = null!;
    private HttpClient _http = null!;
    private SlackWebApi _api = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(new FakeSlackOptions(), Quick);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _slack.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task A_message_is_posted_without_previews_and_found_again_by_its_mark()
    {
        AnswerMark mark = new("slack:T1:C1:1.2", 1);
        var posted = await _api.PostMessageAsync(
            new PostMessage(_channel.Id)
            {
                Text = "The audit is on 12 March [1].",
                Blocks =
                [
                    new HeaderBlock(TextObject.Plain("Audit")),
                    new MarkdownBlock("The audit is on **12 March** [1].") { BlockId = "answer" },
                    new SectionBlock
                    {
                        Text = TextObject.Mrkdwn("*Sources*"),
                        Accessory = new Button(TextObject.Plain("More")) { ActionId = "more", Value = "1" },
                    },
                    new DividerBlock(),
                    new ContextBlock([TextObject.Mrkdwn("<https://example.org/1|[1] Audit plan>")]),
                    new ContextActionsBlock([
                        new FeedbackButtons(
                            new FeedbackButton(TextObject.Plain("Helpful"), "up"),
                            new FeedbackButton(TextObject.Plain("Not helpful"), "down")
                        )
                        {
                            ActionId = "feedback",
                        },
                    ]),
                    new ActionsBlock([
                        new Button(TextObject.Plain("Show passages"))
                        {
                            ActionId = "passages",
                            Value = "a1",
                            Style = "primary",
                        },
                    ]),
                ],
                Metadata = mark.ToMetadata(),
            },
            Cancellation
        );

        var message = Assert.Single(_slack.Record.BotMessages);
        Assert.Equal((message.Ts, _channel.Id), (posted.Ts, posted.Channel));
        Assert.Equal((false, false), (message.UnfurlLinks, message.UnfurlMedia));
        Assert.Equal(7, message.Blocks.Count);
        var arguments = _slack.Record.Calls[^1].Arguments;
        Assert.False(arguments.ContainsKey("link_names") || arguments.ContainsKey("parse"));
        var found = Assert.Single(await _api.GetHistoryAsync(_channel.Id, null, 10, Cancellation));
        Assert.Equal((mark, _slack.Bot.Id), (AnswerMark.Read(found.Metadata), found.User));
    }

    [Fact]
    public async Task A_message_in_a_thread_is_found_again_and_foreign_metadata_is_none_of_ours()
    {
        var root = _slack.World.Post(_ada, _channel, "what is new?");
        await _api.PostMessageAsync(
            new PostMessage(_channel.Id)
            {
                ThreadTs = root.Ts,
                Text = "one",
                Metadata = new AnswerMark("q", 0).ToMetadata(),
            },
            Cancellation
        );
        await _api.PostMessageAsync(
            new PostMessage(_channel.Id)
            {
                ThreadTs = root.Ts,
                Text = "two",
                Metadata = new AnswerMark("q", 0).ToMetadata() with { EventType = "another_app" },
            },
            Cancellation
        );

        var replies = await _api.GetRepliesAsync(_channel.Id, root.Ts, root.Ts, 100, Cancellation);

        Assert.Equal(["what is new?", "one", "two"], replies.Select(static reply => reply.Text));
        Assert.Equal([null, new AnswerMark("q", 0), null], replies.Select(static reply => AnswerMark.Read(reply.Metadata)));
    }

    [Fact]
    public async Task Long_threads_are_read_page_by_page()
    {
        var root = _slack.World.Post(_ada, _channel, "root");
        foreach (int number in Enumerable.Range(1, 450))
        {
            _slack.World.Reply(_ada, root, $"number {number}");
        }

        var all = await _api.GetRepliesAsync(_channel.Id, root.Ts, null, 1000, Cancellation);
        var some = await _api.GetRepliesAsync(_channel.Id, root.Ts, null, 250, Cancellation);

        Assert.Equal((451, "number 450", 250, "number 249"), (all.Count, all[^1].Text, some.Count, some[^1].Text));
    }

    [Fact]
    public async Task Every_other_call_is_understood()
    {
        var question = _slack.World.Post(_ada, _channel, "what is new?");
        var self = await _api.AuthTestAsync(Cancellation);
        Assert.Equal((_slack.Bot.Id, _slack.Bot.BotId, _slack.TeamId), (self.UserId, self.BotId, self.TeamId));
        Assert.Contains("chat:write", self.Scopes);

        await _api.SetStatusAsync(_channel.Id, question.Ts, "reads 12 passages", Cancellation, ["Looking", "Reading"]);
        string stream = await _api.StartStreamAsync(
            new StartStream(_channel.Id, question.Ts)
            {
                RecipientUserId = _ada.Id,
                RecipientTeamId = _slack.TeamId,
                Chunks = [new MarkdownTextChunk("One. ")],
            },
            Cancellation
        );
        await _api.AppendStreamAsync(new AppendStream(_channel.Id, stream, [new MarkdownTextChunk("Two.")]), Cancellation);
        await _api.StopStreamAsync(
            new StopStream(_channel.Id, stream)
            {
                Blocks = [new ContextBlock([TextObject.Mrkdwn("sources")])],
                Metadata = new AnswerMark("q", 0).ToMetadata(),
                SessionStatus = "active",
            },
            Cancellation
        );
        var streamed = _channel.Find(stream)!;
        Assert.Equal(("One. Two.", StreamState.Stopped, 0), (streamed.Markdown, streamed.Stream, streamed.StreamChunks.Length));

        await _api.UpdateMessageAsync(new UpdateMessage(_channel.Id, stream, "changed", [new MarkdownBlock("changed")]), Cancellation);
        Assert.Equal("changed", streamed.Text);
        string shown = await _api.PostEphemeralAsync(new PostEphemeral(_channel.Id, _ada.Id, "only you"), Cancellation);
        Assert.Equal(_ada, _slack.Record.BotMessages.Single(message => message.Ts == shown).EphemeralTo);
        await _api.DeleteMessageAsync(_channel.Id, stream, Cancellation);
        await _api.DeleteMessageAsync(_channel.Id, stream, Cancellation);
        Assert.True(streamed.IsDeleted);

        var direct = _slack.World.SendDirectMessage(_ada, "hello").Channel;
        await _api.SetSuggestedPromptsAsync(direct.Id, [new SuggestedPrompt("What is new?", "What is new?")], "Ask me", Cancellation);
        await _api.SetTitleAsync(_channel.Id, question.Ts, "What is new?", Cancellation);
        await _api.PublishHomeAsync(_ada.Id, View.Home([new SectionBlock { Text = TextObject.Mrkdwn("Newest coverage") }]), Cancellation);
        Assert.Equal([_channel.Id], (await _api.GetOwnChannelsAsync(Cancellation)).Select(static channel => channel.Id));
        Assert.Equal(("ada", false, false), Rights(await _api.GetUserAsync(_ada.Id, Cancellation)));
        Assert.Equal(("olga", true, true), Rights(await _api.GetUserAsync(_slack.World.AddUser("olga", UserRole.Owner).Id, Cancellation)));
        Assert.Equal("ws", (await _api.OpenConnectionAsync(Cancellation)).Scheme);
        Assert.Empty(_slack.Record.Violations);

        static (string? Name, bool IsAdmin, bool IsOwner) Rights(User user) => (user.Name, user.IsAdmin, user.IsOwner);
    }

    [Fact]
    public async Task A_modal_opens_once_and_the_field_comes_with_it()
    {
        var command = _slack.Interactions.Command(_ada, _channel, "/briefing", "ask");
        var view = View.Modal(
            "Ask",
            [
                new InputBlock(
                    TextObject.Plain("Question"),
                    new PlainTextInput
                    {
                        ActionId = "text",
                        Multiline = true,
                        MaxLength = 500,
                    }
                )
                {
                    BlockId = "question",
                },
            ]
        ) with
        {
            CallbackId = "ask",
            Submit = TextObject.Plain("Ask"),
        };

        await _api.OpenViewAsync(command.TriggerId, view, Cancellation);
        var again = await Assert.ThrowsAsync<SlackApiException>(() => _api.OpenViewAsync(command.TriggerId, view, Cancellation));

        Assert.Equal(("exchanged_trigger_id", true), (again.Error, again.IsPermanent));
    }

    [Fact]
    public async Task A_response_url_is_answered_and_its_end_is_told()
    {
        var command = _slack.Interactions.Command(_ada, _channel, "/briefing", "ask what is new?");
        ResponseMessage answer = new() { ResponseType = ResponseMessage.Ephemeral, Text = "Nothing." };
        foreach (int _ in Enumerable.Range(0, 5))
        {
            await _api.RespondAsync(command.ResponseUrl!.AbsoluteUri, answer, Cancellation);
        }

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            _api.RespondAsync(command.ResponseUrl!.AbsoluteUri, answer, Cancellation)
        );

        Assert.Equal((SlackErrors.UsedUrl, true), (error.Error, error.IsPermanent));
        Assert.Equal(5, _slack.Record.BotMessages.Count(static message => message is { Text: "Nothing.", UnfurlLinks: false }));
        Assert.DoesNotContain(command.ResponseUrl!.Segments[^1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_response_url_that_is_not_Slack_s()
    {
        await using var other = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);
        var command = other.Interactions.Command(other.World.AddUser("eve"), other.World.AddChannel("general"), "/briefing");

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            _api.RespondAsync(command.ResponseUrl!.AbsoluteUri, new ResponseMessage { Text = "secret" }, Cancellation)
        );

        Assert.True(error.IsPermanent);
        Assert.Equal(0, other.Record.Counters.Calls);
    }

    [Theory]
    [InlineData(WebApiFaultKind.ServerError)]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.RateLimit)]
    [InlineData(WebApiFaultKind.Error)]
    public async Task What_can_be_repeated_is_repeated(WebApiFaultKind fault)
    {
        _slack.Faults.Add(new WebApiFault(fault, "users.info", 2) { Duration = TimeSpan.Zero });

        Assert.Equal("ada", (await _api.GetUserAsync(_ada.Id, Cancellation)).Name);
        Assert.Equal(3, _slack.Record.Calls.Count(static call => call.Method == "users.info"));
    }

    [Theory]
    [InlineData(WebApiFaultKind.ServerErrorAfterEffect)]
    [InlineData(WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData(WebApiFaultKind.TimeoutAfterEffect)]
    public async Task A_message_whose_fate_is_unknown_is_never_sent_again_and_can_be_looked_for(WebApiFaultKind fault)
    {
        // Patient enough for the effect to come about on a busy machine: only the one fault is waited out.
        await RestartAsync(
            new FakeSlackOptions(),
            Quick with
            {
                Answer = TimeSpan.FromSeconds(fault == WebApiFaultKind.TimeoutAfterEffect ? 2 : 20),
            }
        );
        _slack.Faults.Add(new WebApiFault(fault, "chat.postMessage") { Duration = TimeSpan.FromSeconds(20) });
        AnswerMark mark = new("q", 0);

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            _api.PostMessageAsync(new PostMessage(_channel.Id) { Text = "one", Metadata = mark.ToMetadata() }, Cancellation)
        );

        Assert.True(error is { IsUnknownOutcome: true, IsPermanent: false });
        Assert.Single(_slack.Record.Calls, static call => call.Method == "chat.postMessage");
        Assert.Equal(mark, AnswerMark.Read(Assert.Single(await _api.GetHistoryAsync(_channel.Id, null, 10, Cancellation)).Metadata));
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    public async Task A_failure_of_Slack_s_own_leaves_the_fate_of_a_message_unknown(string word)
    {
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.postMessage") { Error = word });

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            _api.PostMessageAsync(new PostMessage(_channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.True(error.IsUnknownOutcome);
        Assert.Empty(_slack.Record.BotMessages);
    }

    [Theory]
    [InlineData(200, "<html>Welcome to the hotel's network</html>", false)]
    [InlineData(200, "", false)]
    [InlineData(200, "{}", false)]
    [InlineData(200, """{"ok":true,"user":""", false)]
    [InlineData(503, "busy", false)]
    [InlineData(302, "", true)]
    [InlineData(404, "not here", true)]
    public async Task An_answer_that_is_none_of_Slack_s_is_told_from_one_that_is(int status, string body, bool isPermanent)
    {
        await using var proxy = await BotEndpoint.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = status == 302 ? $"{_slack.ApiAddress}users.info" : default;
                await context.Response.WriteAsync(body, Cancellation);
            },
            Cancellation
        );
        var api = SlackClient.CreateWebApi(
            _http,
            new SlackOptions { BotToken = _slack.BotToken, ApiBaseUrl = proxy.Address.ToString() },
            Quick,
            TimeProvider.System,
            _log.Factory
        );

        var looking = await Assert.ThrowsAsync<SlackApiException>(() => api.GetUserAsync(_ada.Id, Cancellation));
        Assert.Equal((isPermanent, false, isPermanent ? 1 : 3), (looking.IsPermanent, looking.IsUnknownOutcome, proxy.Requests.Count));
        var posting = await Assert.ThrowsAsync<SlackApiException>(() =>
            api.PostMessageAsync(new PostMessage(_channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.Equal(
            (isPermanent, !isPermanent, isPermanent ? 2 : 4),
            (posting.IsPermanent, posting.IsUnknownOutcome, proxy.Requests.Count)
        );
        Assert.Equal(0, _slack.Record.Counters.Calls);
    }

    [Fact]
    public async Task A_message_that_never_left_is_sent_again()
    {
        var gone = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);
        await gone.DisposeAsync();
        var api = SlackClient.CreateWebApi(
            _http,
            new SlackOptions { BotToken = gone.BotToken, ApiBaseUrl = gone.ApiAddress.ToString() },
            Quick,
            TimeProvider.System,
            _log.Factory
        );

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            api.PostMessageAsync(new PostMessage(_channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.True(error is { IsUnknownOutcome: false, IsPermanent: false, Status: null });
        Assert.Equal(2, _log.Lines.Count(static line => line.Contains("chat.postMessage is sent again", StringComparison.Ordinal)));
        Assert.Contains("could not be sent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_is_waited_for_as_long_as_Slack_says_and_by_all_who_call_the_method()
    {
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "users.info") { Duration = TimeSpan.FromSeconds(1) });
        var first = _api.GetUserAsync(_ada.Id, Cancellation);
        await _slack.Record.WaitUntilAsync(() => _slack.Record.Counters.RateLimited == 1, cancellationToken: Cancellation);
        await _log.WaitForAsync("users.info is rate limited", Cancellation);
        long start = Stopwatch.GetTimestamp();

        await _api.GetUserAsync(_ada.Id, Cancellation);
        await first;

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(4));
        Assert.Equal((3, 1), (_slack.Record.Counters.Calls, _slack.Record.Counters.RateLimited));
    }

    [Fact]
    public async Task Posting_keeps_the_pace_so_that_Slack_never_refuses_and_channels_do_not_wait_for_each_other()
    {
        // Both sides count by one clock, which moves when all that may be posted has arrived: how long a call is on its way plays no part.
        var pace = TimeSpan.FromMilliseconds(100);
        ManualClock clock = new();
        await RestartAsync(new FakeSlackOptions { TimeScale = 0.1, Clock = clock }, Quick with { BetweenPosts = pace }, clock);
        var other = _slack.World.AddChannel("other");
        var busy = Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => _api.PostMessageAsync(new PostMessage(_channel.Id) { Text = $"number {number}" }, Cancellation))
        );

        await _api.PostMessageAsync(new PostMessage(other.Id) { Text = "free" }, Cancellation);
        for (int posted = 1 + Quick.PostBurst; posted < 9; posted++)
        {
            await _slack.Record.WaitUntilAsync(() => _slack.Record.Counters.BotMessages >= posted, cancellationToken: Cancellation);
            Assert.False(busy.IsCompleted);
            Assert.Equal(posted, _slack.Record.Counters.BotMessages);
            clock.Advance(pace);
        }

        await busy;

        Assert.Equal((9, 0), (_slack.Record.Counters.BotMessages, _slack.Record.Counters.RateLimited));
    }

    [Fact]
    public async Task A_limit_that_is_too_long_and_a_status_that_would_be_late_are_told_to_the_caller()
    {
        var root = _slack.World.Post(_ada, _channel, "root");
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "users.info") { Duration = TimeSpan.FromHours(1) });
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "assistant.threads.setStatus") { Duration = TimeSpan.FromSeconds(1) });

        var tooLong = await Assert.ThrowsAsync<SlackApiException>(() => _api.GetUserAsync(_ada.Id, Cancellation));
        var late = await Assert.ThrowsAsync<SlackApiException>(() => _api.SetStatusAsync(_channel.Id, root.Ts, "reads", Cancellation));

        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromSeconds(1)), (tooLong.RetryAfter!.Value, late.RetryAfter!.Value));
        Assert.False(tooLong.IsPermanent || late.IsPermanent);
        await Assert.ThrowsAsync<SlackApiException>(() => _api.GetUserAsync(_ada.Id, Cancellation));
        Assert.Equal(2, _slack.Record.Counters.Calls);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go()
    {
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "users.info") { Duration = TimeSpan.FromSeconds(60) });
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = _api.GetUserAsync(_ada.Id, patience.Token);
        await _log.WaitForAsync("users.info is rate limited", Cancellation);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(TimeSpan.FromSeconds(5), Cancellation));
    }

    [Theory]
    [InlineData("not_in_channel", "/invite @briefingbot")]
    [InlineData("missing_scope", "OAuth & Permissions > Scopes")]
    [InlineData("token_revoked", "install the app again")]
    [InlineData("is_archived", "archived")]
    [InlineData("some_new_word", "some_new_word")]
    public async Task A_refusal_is_final_and_says_what_to_do(string word, string advice)
    {
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.postMessage") { Error = word });

        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            _api.PostMessageAsync(new PostMessage(_channel.Id) { Text = "one" }, Cancellation)
        );

        Assert.Equal((word, "chat.postMessage", true, false), (error.Error, error.Method, error.IsPermanent, error.IsUnknownOutcome));
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_slack.BotToken, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Slack_says_about_the_blocks_is_told()
    {
        var error = await Assert.ThrowsAsync<SlackApiException>(() =>
            _api.PostMessageAsync(
                new PostMessage(_channel.Id) { Blocks = [new HeaderBlock(TextObject.Plain(new string('x', 151)))] },
                Cancellation
            )
        );

        Assert.Equal("invalid_blocks", error.Error);
        Assert.Contains("/blocks/0/text", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_failures_are_given_up_with_a_reason()
    {
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.ServerError, "users.info", 3));

        var error = await Assert.ThrowsAsync<SlackApiException>(() => _api.GetUserAsync(_ada.Id, Cancellation));

        Assert.Equal(((int?)500, false, false), ((int?)error.Status, error.IsPermanent, error.IsUnknownOutcome));
        Assert.Equal(3, _slack.Record.Counters.Calls);
    }

    [Fact]
    public void A_message_with_nothing_in_it_but_what_is_needed_is_understood()
    {
        var message = System.Text.Json.JsonSerializer.Deserialize(
            """{"ts":"1.2","blocks":[{"type":"of the future"}],"user":null}""",
            SlackJsonContext.Default.Message
        )!;

        Assert.Equal(("1.2", null, null), (message.Ts, message.User, message.Text));
        Assert.Equal("", System.Text.Json.JsonSerializer.Deserialize("{}", SlackJsonContext.Default.Message)!.Ts);
        Assert.Empty(System.Text.Json.JsonSerializer.Deserialize("{}", SlackJsonContext.Default.AuthTest)!.Scopes);
        Assert.Equal("{\"channel\":\"C1\",\"unfurl_links\":false,\"unfurl_media\":false}", Sorted(new PostMessage("C1")));

        static string Sorted(PostMessage posted) =>
            new JsonObject(
                JsonNode
                    .Parse(System.Text.Json.JsonSerializer.Serialize(posted, SlackJsonContext.Default.PostMessage))!
                    .AsObject()
                    .OrderBy(static field => field.Key, StringComparer.Ordinal)
                    .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
            ).ToJsonString();
    }

    private async ValueTask StartAsync(FakeSlackOptions fake, WebApiTimings timings, TimeProvider? clock = null)
    {
        _slack = await FakeSlackServer.StartAsync(fake, Cancellation);
        _ada = _slack.World.AddUser("ada");
        _channel = _slack.World.AddChannel("general");
        SlackOptions options = new()
        {
            BotToken = _slack.BotToken,
            AppToken = _slack.AppToken,
            ApiBaseUrl = _slack.ApiAddress.ToString(),
        };
        _http = SlackClient.CreateHttp();
        _api = SlackClient.CreateWebApi(_http, options, timings, clock ?? TimeProvider.System, _log.Factory);
    }

    private async Task RestartAsync(FakeSlackOptions fake, WebApiTimings timings, TimeProvider? clock = null)
    {
        _http.Dispose();
        await _slack.DisposeAsync();
        await StartAsync(fake, timings, clock);
    }
}
