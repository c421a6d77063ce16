using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>Socket Mode as documented: tickets, hello, one socket for each envelope, acks, retries, disconnects.</summary>
public sealed class SocketModeRulesTests
{
    private static readonly FakeSlackOptions Quick = new()
    {
        AckDeadline = TimeSpan.FromMilliseconds(500),
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200)],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_opens_one_socket_and_wants_the_app_token_in_the_header()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        using RawClient client = new(slack);
        Assert.Equal("not_authed", (await client.SendAsync("apps.connections.open", [], token: "")).Body.Error());
        Assert.Equal("not_allowed_token_type", (await client.SendAsync("apps.connections.open", [])).Body.Error());
        Assert.Equal("invalid_auth", (await client.SendAsync("apps.connections.open", [], "xapp-other")).Body.Error());
        Assert.Equal("invalid_arguments", (await client.FormAsync("apps.connections.open", ("token", slack.AppToken))).Error());

        Uri address = new((await client.SendAsync("apps.connections.open", [], slack.AppToken)).Body!["url"]!.GetValue<string>());
        using RawSocket socket = await RawSocket.OpenAsync(address);
        JsonObject hello = await socket.ReadAsync("hello");
        Assert.Equal(1, hello["num_connections"]!.GetValue<int>());
        Assert.Equal(slack.AppId, hello["connection_info"]!["app_id"]!.GetValue<string>());
        await Assert.ThrowsAsync<WebSocketException>(() => RawSocket.OpenAsync(address));
    }

    [Fact]
    public async Task Each_envelope_goes_to_one_socket_and_an_ack_counts_on_that_socket_only()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        using RawSocket first = await client.ConnectAsync();
        using RawSocket second = await client.ConnectAsync();
        await first.ReadAsync("hello");
        await second.ReadAsync("hello");

        for (int number = 0; number < 20; number++)
        {
            slack.World.Post(ada, channel, $"number {number}");
        }

        Assert.All(slack.Record.Deliveries, static delivery => Assert.Single(delivery.Attempts));
        int bySecond = slack.Record.Deliveries.Count(static delivery => delivery.Attempts[0].Socket == 2);
        Assert.InRange(bySecond, 1, 19);
        for (int number = 0; number < 20 - bySecond; number++)
        {
            await first.AckAsync(await first.ReadAsync("events_api"));
        }

        JsonObject foreign = await second.ReadAsync("events_api");
        await first.AckAsync(foreign);
        await slack.Record.WaitUntilAsync(() => slack.Record.Violations.Count > 0, cancellationToken: Cancel);
        Assert.Contains("which went to socket 2", slack.Record.Violations[0], StringComparison.Ordinal);
        await second.AckAsync(foreign);
        await slack.Record.WaitUntilAsync(() => slack.Record.Counters.Acks == 21 - bySecond, cancellationToken: Cancel);
    }

    [Fact]
    public async Task An_event_without_an_ack_comes_again_three_times_with_its_event_id()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        using RawSocket socket = await client.ConnectAsync();
        await socket.ReadAsync("hello");
        slack.World.Post(ada, channel, "hello");

        JsonObject first = await socket.ReadAsync("events_api");
        Assert.Equal((0, ""), Retry(first));
        HashSet<string> eventIds = [EventId(first)];
        HashSet<string> envelopes = [first["envelope_id"]!.GetValue<string>()];
        for (int number = 1; number <= 3; number++)
        {
            JsonObject again = await socket.ReadAsync("events_api");
            Assert.Equal((number, "timeout"), Retry(again));
            eventIds.Add(EventId(again));
            envelopes.Add(again["envelope_id"]!.GetValue<string>());
        }

        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal(DeliveryState.Failed, Assert.Single(slack.Record.Deliveries).State);
        Assert.Single(eventIds);
        Assert.Equal(4, envelopes.Count);

        await socket.AckAsync(first);
        await slack.Record.WaitUntilAsync(() => slack.Record.Counters.LateAcks == 1, cancellationToken: Cancel);
        await socket.SendAsync("""{"envelope_id":"unheard of"}""");
        await socket.SendAsync("no JSON");
        await slack.Record.WaitUntilAsync(() => slack.Record.Violations.Count == 3, cancellationToken: Cancel);
    }

    [Fact]
    public async Task An_event_that_finds_no_socket_comes_by_a_retry_and_a_command_is_lost()
    {
        FakeSlackOptions options = new() { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(1)] };
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(options, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        FakeInteraction command = slack.Interactions.Command(ada, channel, "/briefing", "help");
        Assert.Equal(DeliveryState.Failed, command.Delivery.State);
        slack.World.Post(ada, channel, "hello");
        using RawSocket socket = await client.ConnectAsync();
        await socket.ReadAsync("hello");
        JsonObject envelope = await socket.ReadAsync("events_api");
        Assert.Equal((2, "connection_failed"), Retry(envelope));
        await socket.AckAsync(envelope);
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal(1, slack.Record.Counters.Acks);
        Assert.Empty(slack.Record.Violations);
    }

    [Fact]
    public async Task A_command_takes_a_message_in_its_ack_and_an_event_does_not()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        using RawSocket socket = await client.ConnectAsync();
        await socket.ReadAsync("hello");

        FakeInteraction command = slack.Interactions.Command(ada, channel, "/briefing", "help");
        JsonObject envelope = await socket.ReadAsync("slash_commands");
        Assert.True(envelope["accepts_response_payload"]!.GetValue<bool>());
        Assert.Equal("help", envelope["payload"]!["text"]!.GetValue<string>());
        await socket.AckAsync(envelope, new JsonObject { ["text"] = "Ask me anything" });
        FakeMessage answer = await slack.Record.WaitForAnswerAsync(command, cancellationToken: Cancel);
        Assert.Equal(ada, answer.EphemeralTo);

        FakeInteraction unanswered = slack.Interactions.Command(ada, channel, "/briefing", "latest");
        await socket.ReadAsync("slash_commands");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal("timeout", Assert.Single(unanswered.Delivery.Attempts).Failure);

        slack.World.Post(ada, channel, "hello");
        await socket.AckAsync(await socket.ReadAsync("events_api"), new JsonObject { ["text"] = "no" });
        await slack.Record.WaitUntilAsync(() => slack.Record.Violations.Count == 1, cancellationToken: Cancel);
    }

    [Fact]
    public async Task A_mention_comes_as_two_events_and_in_a_direct_message_as_one()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        FakeMessage question = slack.World.Mention(ada, channel, "what is new?");
        JsonNode[] events = [.. slack.Record.Deliveries.Select(static delivery => delivery.Payload["event"]!)];
        Assert.Equal(
            ["app_mention", "message"],
            events.Select(static inner => inner["type"]!.GetValue<string>()).Order(StringComparer.Ordinal)
        );
        Assert.All(events, inner => Assert.Equal(question.Ts, inner["ts"]!.GetValue<string>()));
        JsonNode mention = events.Single(static inner => inner["type"]!.GetValue<string>() == "app_mention");
        Assert.Null(mention["channel_type"]);

        slack.World.SendDirectMessage(ada, $"{slack.Bot.Mention} hello", appContext: channel);
        JsonNode direct = slack.Record.Deliveries[^1].Payload["event"]!;
        Assert.Equal(3, slack.Record.Deliveries.Count);
        Assert.Equal("im", direct["channel_type"]!.GetValue<string>());
        Assert.Equal(channel.Id, direct["app_context"]!["entities"]![0]!["value"]!.GetValue<string>());

        FakeChannel elsewhere = slack.World.AddChannel("elsewhere", withBot: false);
        slack.World.Mention(ada, elsewhere, "are you there?");
        Assert.Equal(3, slack.Record.Deliveries.Count);
    }

    [Fact]
    public async Task Disconnects_come_with_their_reasons_and_a_refreshed_socket_gets_nothing_new()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions { RefreshGrace = TimeSpan.FromMilliseconds(200) },
            Cancel
        );
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        using RawSocket old = await client.ConnectAsync();
        await old.ReadAsync("hello");
        slack.Sockets.Inject(SocketFault.Warning);
        Assert.Equal("warning", (await old.ReadAsync("disconnect"))["reason"]!.GetValue<string>());
        slack.World.Post(ada, channel, "before");
        JsonObject before = await old.ReadAsync("events_api");
        slack.Sockets.Inject(SocketFault.RefreshRequested);
        Assert.Equal("refresh_requested", (await old.ReadAsync("disconnect"))["reason"]!.GetValue<string>());
        await old.AckAsync(before);

        using RawSocket young = await client.ConnectAsync();
        await young.ReadAsync("hello");
        slack.World.Post(ada, channel, "after");
        await young.AckAsync(await young.ReadAsync("events_api"));
        Assert.Null(await old.ReadAsync());
        slack.Sockets.Inject(SocketFault.LinkDisabled);
        Assert.Equal("link_disabled", (await young.ReadAsync("disconnect"))["reason"]!.GetValue<string>());
        Assert.Null(await young.ReadAsync());
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal((2, 0), (slack.Record.Counters.Acks, slack.Record.Counters.Retries));
        Assert.Empty(slack.Record.Violations);
    }

    [Fact]
    public async Task A_socket_is_warned_and_refreshed_at_the_end_of_its_life()
    {
        FakeSlackOptions options = new()
        {
            ConnectionLifetime = TimeSpan.FromMilliseconds(200),
            RefreshGrace = TimeSpan.FromMilliseconds(100),
        };
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(options, Cancel);
        using RawClient client = new(slack);
        using RawSocket socket = await client.ConnectAsync();
        await socket.ReadAsync("hello");
        Assert.Equal("warning", (await socket.ReadAsync("disconnect"))["reason"]!.GetValue<string>());
        Assert.Equal("refresh_requested", (await socket.ReadAsync("disconnect"))["reason"]!.GetValue<string>());
        Assert.Null(await socket.ReadAsync());
    }

    [Fact]
    public async Task One_socket_too_many_is_turned_away()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { MaxConnections = 2 }, Cancel);
        using RawClient client = new(slack);
        using RawSocket first = await client.ConnectAsync();
        using RawSocket second = await client.ConnectAsync();
        await slack.Sockets.WaitForConnectedAsync(2, cancellationToken: Cancel);
        using RawSocket third = await client.ConnectAsync();
        Assert.Equal("too_many_websockets", (await third.ReadAsync("disconnect"))["reason"]!.GetValue<string>());
        Assert.Null(await third.ReadAsync());
        Assert.Equal([1, 2], slack.Sockets.Connected);
    }

    [Fact]
    public async Task A_large_envelope_arrives_whole()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        using RawSocket socket = await client.ConnectAsync();
        await socket.ReadAsync("hello");
        string text = new('x', 150_000);
        slack.World.Post(ada, channel, text);
        JsonObject envelope = await socket.ReadAsync("events_api");
        Assert.Equal(text, envelope["payload"]!["event"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Faults_strike_the_handshake_the_hello_the_ack_and_the_event()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        slack.Faults.RefuseHandshakes();
        await Assert.ThrowsAsync<WebSocketException>(client.ConnectAsync);
        slack.Faults.DelayHellos(TimeSpan.FromMilliseconds(100));
        using RawSocket socket = await client.ConnectAsync();
        Assert.Empty(slack.Sockets.Connected);
        await socket.ReadAsync("hello");

        slack.Faults.LoseAcks();
        slack.World.Post(ada, channel, "lost");
        JsonObject lost = await socket.ReadAsync("events_api");
        await socket.AckAsync(lost);
        JsonObject again = await socket.ReadAsync("events_api");
        Assert.Equal(EventId(lost), EventId(again));
        await socket.AckAsync(again);

        slack.Faults.DuplicateEvents();
        slack.World.Post(ada, channel, "twice");
        JsonObject one = await socket.ReadAsync("events_api");
        JsonObject two = await socket.ReadAsync("events_api");
        Assert.Equal(EventId(one), EventId(two));
        Assert.Equal((0, ""), Retry(two));
        await socket.AckAsync(one);
        await socket.AckAsync(two);
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal((1, 1, 2), (slack.Record.Counters.LostAcks, slack.Record.Counters.Duplicates, slack.Record.Counters.Acks));
        Assert.Empty(slack.Record.Violations);
    }

    [Fact]
    public async Task A_frozen_socket_is_dead_and_stays_open()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack);
        using RawClient client = new(slack);
        (_, JsonObject? opened, _) = await client.SendAsync("apps.connections.open", [], slack.AppToken);
        using RawSocket socket = await RawSocket.OpenAsync(
            new Uri(opened!["url"]!.GetValue<string>()),
            keepAlive: TimeSpan.FromMilliseconds(200)
        );
        await socket.ReadAsync("hello");
        slack.Sockets.Inject(SocketFault.Freeze);
        slack.World.Post(ada, channel, "into the void");
        Assert.Null(await socket.ReadAsync());
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal(1, slack.Record.Counters.FailedDeliveries);
    }

    [Fact]
    public async Task Socket_mode_is_refused_once_events_go_over_http()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        using RawClient client = new(slack);
        slack.Push.UseHttp(new Uri("http://127.0.0.1:9/"));
        (HttpStatusCode status, JsonObject? body, _) = await client.SendAsync("apps.connections.open", [], slack.AppToken);
        Assert.Equal((HttpStatusCode.OK, "access_denied"), (status, body.Error()));
    }

    private static (FakeUser Ada, FakeChannel Channel) Room(FakeSlackServer slack) =>
        (slack.World.AddUser("ada"), slack.World.AddChannel("general"));

    private static string EventId(JsonObject envelope) => envelope["payload"]!["event_id"]!.GetValue<string>();

    private static (int Attempt, string Reason) Retry(JsonObject envelope) =>
        (envelope["retry_attempt"]!.GetValue<int>(), envelope["retry_reason"]!.GetValue<string>());
}
