using System.Diagnostics;
using System.Net;
using BriefingBot.Discord;
using BriefingBot.Discord.Protocol.Messages;
using BriefingBot.Discord.Rest;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Rest.RateLimits;

namespace BriefingBot.Platforms.Tests.Discord.Rest;

public sealed class RestTests : IAsyncLifetime
{
    private const string PostMessage = "POST /channels/{channel_id}/messages";
    private readonly TestLog _log = new();
    private FakeDiscord _discord = null!;
    private FakeChannel _channel = null!;
    private FakeGuild _guild = null!;
    private HttpClient _http = null!;
    private DiscordRestClient _rest = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(new FakeDiscordOptions());

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_posted_without_pings_and_previews()
    {
        await _rest.CreateMessageAsync(ChannelId(), new MessageCreate { Content = "hello @everyone" }, Cancellation);

        var posted = Assert.Single(_discord.Record.BotMessages);
        Assert.Equal("hello @everyone", posted.Content);
        Assert.Empty(posted.Pings);
        Assert.Equal(4, (int)posted.Flags);
        Assert.Equal(0, _discord.Record.Counters.BadRequests);
    }

    [Theory]
    [InlineData(RestFaultKind.ErrorStatus)]
    [InlineData(RestFaultKind.ErrorStatusAfterEffect)]
    [InlineData(RestFaultKind.DropTcp)]
    [InlineData(RestFaultKind.DropTcpAfterEffect)]
    [InlineData(RestFaultKind.RateLimitUser)]
    [InlineData(RestFaultKind.RateLimitGlobal)]
    [InlineData(RestFaultKind.RateLimitShared)]
    [InlineData(RestFaultKind.RateLimitEdge)]
    public async Task A_message_with_a_nonce_is_posted_once_whatever_happens_to_the_request(RestFaultKind fault)
    {
        _discord.Faults.Add(new RestFault(fault, PostMessage, 2) { Duration = TimeSpan.FromMilliseconds(60) });

        await _rest.CreateMessageAsync(ChannelId(), Named("one"), Cancellation);

        Assert.Equal("one", Assert.Single(_discord.Record.BotMessages).Content);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_as_long_as_Discord_says()
    {
        _discord.Faults.Add(new RestFault(RestFaultKind.RateLimitUser, PostMessage) { Duration = TimeSpan.FromMilliseconds(400) });
        long start = Stopwatch.GetTimestamp();

        await _rest.CreateMessageAsync(ChannelId(), Named("one"), Cancellation);

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(3));
        Assert.Equal(1, _discord.Record.Counters.RateLimited);
    }

    [Fact]
    public async Task A_global_rate_limit_holds_all_routes_back_but_not_interactions()
    {
        _discord.Faults.Add(new RestFault(RestFaultKind.RateLimitGlobal, PostMessage) { Duration = TimeSpan.FromMilliseconds(600) });
        var user = _discord.World.AddUser("ada");
        _guild.AddMember(user);
        var limited = _rest.CreateMessageAsync(ChannelId(), Named("one"), Cancellation);
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.RateLimited == 1, cancellationToken: Cancellation);

        long start = Stopwatch.GetTimestamp();
        await _rest.GetSelfAsync(Cancellation);

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(3));
        await limited;
    }

    [Fact]
    public async Task Limits_are_learned_so_that_a_burst_is_never_refused()
    {
        await RestartAsync(new FakeDiscordOptions { RateLimits = new RateLimitOptions { TimeScale = 0.05 } });

        await Task.WhenAll(Enumerable.Range(0, 23).Select(i => _rest.CreateMessageAsync(ChannelId(), Named($"message {i}"), Cancellation)));

        Assert.Equal(23, _discord.Record.BotMessages.Count);
        Assert.Equal(0, _discord.Record.Counters.RateLimited);
    }

    [Fact]
    public async Task Channels_do_not_wait_for_each_other()
    {
        var other = _guild.AddTextChannel("other");
        await _rest.CreateMessageAsync(ChannelId(), Named("teaches the bucket"), Cancellation);
        _discord.Faults.Add(new RestFault(RestFaultKind.RateLimitUser, PostMessage) { Duration = TimeSpan.FromSeconds(5) });
        var limited = _rest.CreateMessageAsync(ChannelId(), Named("limited"), Cancellation);
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.RateLimited == 1, cancellationToken: Cancellation);

        await _rest
            .CreateMessageAsync(new Snowflake(other.Id), Named("free"), Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(3), Cancellation);

        Assert.False(limited.IsCompleted);
    }

    [Fact]
    public async Task Three_failures_are_given_up_with_a_reason()
    {
        _discord.Faults.Add(new RestFault(RestFaultKind.ErrorStatus, "GET /users/@me", 3) { Status = 503 });

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => _rest.GetSelfAsync(Cancellation));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.Status);
        Assert.Equal(3, _discord.Record.Requests.Count);
    }

    [Fact]
    public async Task A_refused_token_is_never_used_again()
    {
        using var http = DiscordClient.CreateHttp(Options("wrong"));
        var rest = DiscordClient.CreateRest(http, Options("wrong"), TimeProvider.System, _log.Factory);
        await Assert.ThrowsAsync<DiscordApiException>(() => rest.GetSelfAsync(Cancellation));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => rest.GetSelfAsync(Cancellation));

        Assert.Contains("Reset Token", error.Message, StringComparison.Ordinal);
        Assert.Single(_discord.Record.Requests);
    }

    [Fact]
    public async Task Discord_s_own_error_code_and_words_are_told()
    {
        var error = await Assert.ThrowsAsync<DiscordApiException>(() =>
            _rest.CreateMessageAsync(new Snowflake(42), Named("nowhere"), Cancellation)
        );

        Assert.Equal((HttpStatusCode.NotFound, DiscordErrorCodes.UnknownChannel), (error.Status!.Value, error.Code));
        Assert.Contains("Unknown Channel", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Typing_is_given_up_rather_than_waited_for()
    {
        _discord.Faults.Add(
            new RestFault(RestFaultKind.RateLimitUser, "POST /channels/{channel_id}/typing") { Duration = TimeSpan.FromSeconds(30) }
        );

        await Assert.ThrowsAsync<DiscordApiException>(() => _rest.TriggerTypingAsync(ChannelId(), Cancellation));

        Assert.Empty(_discord.Record.Typing);
    }

    private static MessageCreate Named(string content) =>
        new()
        {
            Content = content,
            Nonce = content.Length > 25 ? content[..25] : content,
            EnforceNonce = true,
        };

    private Snowflake ChannelId() => new(_channel.Id);

    private DiscordOptions Options(string token) => new() { Token = token, RestBaseUrl = _discord.BaseAddress.ToString() };

    private async ValueTask StartAsync(FakeDiscordOptions options)
    {
        _discord = await FakeDiscord.StartAsync(options, Cancellation);
        _guild = _discord.World.AddGuild("Newsroom");
        _channel = _guild.AddTextChannel("general");
        _http = DiscordClient.CreateHttp(Options(_discord.Token));
        _rest = DiscordClient.CreateRest(_http, Options(_discord.Token), TimeProvider.System, _log.Factory);
    }

    private async Task RestartAsync(FakeDiscordOptions options)
    {
        await DisposeAsync();
        await StartAsync(options);
    }
}
