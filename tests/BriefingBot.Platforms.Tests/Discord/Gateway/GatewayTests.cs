using System.Text.Json.Nodes;
using BriefingBot.Discord;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.Discord.Gateway;

public sealed class GatewayTests : IAsyncLifetime
{
    private static readonly FakeDiscordOptions Quick = new() { IdentifyWindow = TimeSpan.FromMilliseconds(20) };
    private FakeDiscord _discord = null!;
    private FakeChannel _channel = null!;
    private FakeUser _user = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(Quick);

    public async ValueTask DisposeAsync() => await _discord.DisposeAsync();

    [Fact]
    public async Task A_session_starts_with_the_intents_that_need_no_privilege()
    {
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        var session = Assert.Single(_discord.Gateway.Sessions);
        Assert.Equal(4609, (int)session.Intents);
        Assert.Equal("online", session.Presence?["status"]?.GetValue<string>());
        Assert.Empty(_discord.Record.Violations);
    }

    [Theory]
    [InlineData(GatewayFault.Reconnect)]
    [InlineData(GatewayFault.ResumableInvalidSession)]
    [InlineData(GatewayFault.Close4000)]
    [InlineData(GatewayFault.DropTcp)]
    public async Task A_session_is_taken_up_again_and_what_was_missed_is_replayed(GatewayFault fault)
    {
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);
        var before = _discord.World.Mention(_user, _channel, "before");
        await gateway.WaitForMessagesAsync(1);

        _discord.Gateway.Inject(fault);
        var between = _discord.World.Mention(_user, _channel, "between");
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);
        var after = _discord.World.Mention(_user, _channel, "after");
        await gateway.WaitForMessagesAsync(3);

        Assert.Equal([before.Id, between.Id, after.Id], gateway.Messages);
        Assert.Equal((1, 1), (_discord.Record.Counters.Identifies, _discord.Record.Counters.Resumes));
        Assert.Empty(_discord.Record.Violations);
    }

    [Fact]
    public async Task An_invalid_session_is_followed_by_a_new_one()
    {
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        _discord.Gateway.Inject(GatewayFault.InvalidateSession);
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.Identifies == 2, cancellationToken: Cancellation);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);
        var message = _discord.World.Mention(_user, _channel, "after");
        await gateway.WaitForMessagesAsync(1);

        Assert.Equal([message.Id], gateway.Messages);
        Assert.Equal(0, _discord.Record.Counters.Resumes);
    }

    [Theory]
    [InlineData(GatewayCloseCode.UnknownError, true)]
    [InlineData(GatewayCloseCode.UnknownOpcode, true)]
    [InlineData(GatewayCloseCode.DecodeError, true)]
    [InlineData(GatewayCloseCode.NotAuthenticated, false)]
    [InlineData(GatewayCloseCode.AlreadyAuthenticated, false)]
    [InlineData(GatewayCloseCode.InvalidSequence, false)]
    [InlineData(GatewayCloseCode.RateLimited, false)]
    [InlineData(GatewayCloseCode.SessionTimedOut, true)]
    public async Task A_close_code_that_can_be_survived_is_followed_by_a_resume_or_a_new_session(GatewayCloseCode code, bool resumes)
    {
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        _discord.Gateway.Close(code);
        await _discord.Record.WaitUntilAsync(
            () => _discord.Record.Counters.Identifies + _discord.Record.Counters.Resumes == 2,
            cancellationToken: Cancellation
        );

        Assert.Equal(resumes ? 1 : 0, _discord.Record.Counters.Resumes);
    }

    [Theory]
    [InlineData(GatewayCloseCode.AuthenticationFailed, "Bot > Reset Token")]
    [InlineData(GatewayCloseCode.InvalidShard, "Discord:ShardIds")]
    [InlineData(GatewayCloseCode.ShardingRequired, "Discord:Shards")]
    [InlineData(GatewayCloseCode.InvalidApiVersion, "Update")]
    [InlineData(GatewayCloseCode.InvalidIntents, "Update")]
    [InlineData(GatewayCloseCode.DisallowedIntents, "Message Content Intent")]
    public async Task A_fatal_close_code_stops_the_client_and_says_what_to_do(GatewayCloseCode code, string advice)
    {
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        _discord.Gateway.Close(code);
        var error = await Assert.ThrowsAsync<DiscordFatalException>(() =>
            gateway.Running.WaitAsync(TimeSpan.FromSeconds(10), Cancellation)
        );

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _discord.Record.Counters.Identifies);
    }

    [Fact]
    public async Task A_refused_token_stops_the_client_before_it_connects()
    {
        await using RunningGateway gateway = new(_discord, options => options.Token = "wrong");

        var error = await Assert.ThrowsAsync<DiscordFatalException>(() =>
            gateway.Running.WaitAsync(TimeSpan.FromSeconds(10), Cancellation)
        );

        Assert.Contains("Reset Token", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Log.Lines, line => line.Contains("wrong", StringComparison.Ordinal));
        Assert.Equal(0, _discord.Record.Counters.Connections);
    }

    [Fact]
    public async Task The_words_of_all_messages_are_done_without_when_Discord_does_not_grant_them()
    {
        await using RunningGateway gateway = new(_discord, options => options.MessageContent = true);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        Assert.Equal(4609, (int)Assert.Single(_discord.Gateway.Sessions).Intents);
        Assert.False(gateway.Intents.HasMessageContent);
        Assert.Contains(
            gateway.Log.Lines,
            line =>
                line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("Message Content Intent", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_dead_connection_is_noticed_and_dropped_without_ending_the_session()
    {
        await RestartAsync(Quick with { HeartbeatInterval = TimeSpan.FromMilliseconds(150) });
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        _discord.Gateway.SilenceHeartbeatAcks();
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.Resumes == 1, cancellationToken: Cancellation);

        Assert.Equal(1, _discord.Record.Counters.Identifies);
        Assert.Equal(0, _discord.Record.Counters.MissedHeartbeats);
        Assert.Contains(gateway.Log.Lines, line => line.Contains("a heartbeat went unanswered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_heartbeat_that_Discord_asks_for_comes_at_once()
    {
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);
        int before = _discord.Record.Counters.Heartbeats;

        _discord.Gateway.RequestHeartbeat();
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.Heartbeats > before, cancellationToken: Cancellation);

        Assert.Equal(1, _discord.Record.Counters.Connections);
    }

    [Fact]
    public async Task A_reconnect_in_the_place_of_hello_and_cut_handshakes_are_survived()
    {
        _discord.Faults.ReconnectInsteadOfHello();
        _discord.Faults.RefuseHandshakes(2);
        await using RunningGateway gateway = new(_discord);

        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        Assert.Equal(1, _discord.Record.Counters.Identifies);
    }

    [Fact]
    public async Task The_next_process_takes_the_session_up_and_gets_what_was_missed()
    {
        MemoryStateStore state = new();
        await using (RunningGateway first = new(_discord, state: state))
        {
            await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);
            _discord.World.Mention(_user, _channel, "before");
            await first.WaitForMessagesAsync(1);
        }

        var between = _discord.World.Mention(_user, _channel, "between");
        await using RunningGateway second = new(_discord, state: state);
        await second.WaitForMessagesAsync(1);

        Assert.Equal([between.Id], second.Messages);
        Assert.Equal((1, 1), (_discord.Record.Counters.Identifies, _discord.Record.Counters.Resumes));
        Assert.DoesNotContain(state.Values.Values, value => value.Contains(_discord.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_is_gone_after_a_restart_is_replaced()
    {
        MemoryStateStore state = new();
        await using (RunningGateway first = new(_discord, state: state))
        {
            await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);
        }

        await _discord.Record.WaitUntilAsync(() => _discord.Gateway.OpenConnections == 0, cancellationToken: Cancellation);
        _discord.Gateway.ForgetSessions();

        // A gateway that says so is up: nothing waits for the back-off of one that is down.
        await using RunningGateway second = new(
            _discord,
            state: state,
            timings: RunningGateway.Timings with
            {
                FirstReconnect = TimeSpan.FromHours(1),
                Reconnect = TimeSpan.FromHours(1),
            }
        );
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        Assert.Equal(2, _discord.Record.Counters.Identifies);
    }

    [Fact]
    public async Task A_resume_address_that_is_gone_is_given_up_after_one_failure_and_the_session_is_taken_up_all_the_same()
    {
        MemoryStateStore state = new();
        await using (RunningGateway first = new(_discord, state: state))
        {
            await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);
            _discord.World.Mention(_user, _channel, "before");
            await first.WaitForMessagesAsync(1);
        }

        await _discord.Record.WaitUntilAsync(() => _discord.Gateway.OpenConnections == 0, cancellationToken: Cancellation);
        var ((platform, key), saved) = Assert.Single(state.Values);
        await state.SetPlatformStateAsync(platform, key, NothingThere(saved), Cancellation);
        var between = _discord.World.Mention(_user, _channel, "between");
        await using RunningGateway second = new(_discord, state: state);
        await second.WaitForMessagesAsync(1);

        Assert.Equal([between.Id], second.Messages);
        Assert.Equal((1, 1), (_discord.Record.Counters.Identifies, _discord.Record.Counters.Resumes));
        Assert.Single(second.Log.Lines, static line => line.Contains("lost its connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_processes_share_the_shards_and_keep_to_the_identify_budget()
    {
        await RestartAsync(Quick with { RecommendedShards = 4, MaxConcurrency = 1 });
        await using RunningGateway first = new(_discord, options => Take(options, 0, 1));
        await using RunningGateway second = new(_discord, options => Take(options, 2, 3));

        await _discord.Gateway.WaitForConnectedAsync(4, cancellationToken: Cancellation);

        Assert.Equal([0, 1, 2, 3], _discord.Gateway.Sessions.Select(session => session.ShardId).Order());
        Assert.All(_discord.Gateway.Sessions, session => Assert.Equal(4, session.ShardCount));
    }

    [Fact]
    public async Task As_many_shards_as_Discord_recommends_are_started()
    {
        await RestartAsync(Quick with { RecommendedShards = 3 });
        await using RunningGateway gateway = new(_discord);

        await _discord.Gateway.WaitForConnectedAsync(3, cancellationToken: Cancellation);

        Assert.Equal([0, 1, 2], _discord.Gateway.Sessions.Select(session => session.ShardId).Order());
        Assert.Equal(0, _discord.Record.Counters.ThrottledIdentifies);
    }

    [Fact]
    public async Task No_session_is_started_when_the_budget_of_the_day_is_used_up()
    {
        await RestartAsync(Quick with { SessionStartTotal = 1 });
        await using RunningGateway gateway = new(_discord);
        await _discord.Gateway.WaitForConnectedAsync(cancellationToken: Cancellation);

        _discord.Gateway.Inject(GatewayFault.InvalidateSession);
        await gateway.Log.WaitForAsync("All 1 session starts of the day are used up", Cancellation);

        Assert.Equal(1, _discord.Record.Counters.Identifies);
    }

    /// <summary>The saved session with an address at which nobody listens.</summary>
    private static string NothingThere(string saved)
    {
        var session = JsonNode.Parse(saved)!.AsObject();
        string url = Assert.Single(session, static field => field.Value?.ToString().StartsWith("ws", StringComparison.Ordinal) == true).Key;
        session[url] = "ws://127.0.0.1:1";
        return session.ToJsonString();
    }

    private static void Take(DiscordOptions options, params int[] shards)
    {
        foreach (int shard in shards)
        {
            options.ShardIds.Add(shard);
        }
    }

    private async ValueTask StartAsync(FakeDiscordOptions options)
    {
        _discord = await FakeDiscord.StartAsync(options, Cancellation);
        var guild = _discord.World.AddGuild("Newsroom");
        _channel = guild.AddTextChannel("general");
        _user = _discord.World.AddUser("ada");
        guild.AddMember(_user);
    }

    private async Task RestartAsync(FakeDiscordOptions options)
    {
        await _discord.DisposeAsync();
        await StartAsync(options);
    }
}
