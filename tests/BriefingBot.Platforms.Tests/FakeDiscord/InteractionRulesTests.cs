using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

public sealed class InteractionRulesTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
    private FakeDiscord _discord = null!;
    private RawClient _client = null!;
    private FakeChannel _channel = null!;
    private FakeUser _ada = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Clock = _clock }, Cancel);
        _client = new RawClient(_discord);
        _channel = _discord.World.AddGuild("Newsroom").AddTextChannel("general");
        _ada = _discord.World.AddUser("ada");
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task Takes_one_callback_within_three_seconds()
    {
        FakeInteraction late = await AskAsync();
        _clock.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal((404, 10062), await CallbackAsync(late, 5));
        Assert.Equal(1, _discord.Record.Counters.LateCallbacks);

        FakeInteraction inTime = await AskAsync();
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal((204, 0), await CallbackAsync(inTime, 5));
        Assert.Equal((400, 40060), await CallbackAsync(inTime, 5));
        Assert.True(inTime.Original!.IsLoading);
    }

    [Theory]
    [InlineData(5, """{"flags":32768}""")]
    [InlineData(6, "{}")]
    [InlineData(7, """{"content":"x"}""")]
    [InlineData(8, """{"choices":[]}""")]
    [InlineData(99, "{}")]
    public async Task Refuses_callbacks_that_do_not_fit(int type, string data)
    {
        FakeInteraction ask = await AskAsync();
        Assert.Equal((400, 50035), await CallbackAsync(ask, type, JsonNode.Parse(data)!.AsObject()));
        Assert.Equal(CallbackType.None, ask.Callback);
    }

    [Fact]
    public async Task Edits_the_deferred_answer_until_the_token_is_over()
    {
        FakeInteraction ask = await AskAsync();
        string webhook = $"/webhooks/{_discord.Application.Id}/{ask.Token}";
        Assert.Equal(
            10015,
            (await _client.CallAsync("PATCH", webhook + "/messages/@original", Text("early"))).Body!["code"]!.GetValue<int>()
        );
        await CallbackAsync(ask, 5, new JsonObject { ["flags"] = 64 });
        Assert.Equal(200, (await _client.CallAsync("PATCH", webhook + "/messages/@original", Text("done"))).Status);
        Assert.True(ask.IsEphemeral);
        Assert.True(ask.Original!.IsEphemeral);
        Assert.Equal("done", (await _discord.Record.WaitForAnswerAsync(ask, cancellationToken: Cancel)).Content);
        Assert.Empty(_channel.Messages);
        Assert.Equal(200, (await _client.CallAsync("POST", webhook, Text("more"))).Status);
        Assert.Equal("more", Assert.Single(ask.FollowUps).Content);

        _clock.Advance(TimeSpan.FromMinutes(15.1));
        (int status, JsonNode? body, _) = await _client.CallAsync("PATCH", webhook + "/messages/@original", Text("late"));
        Assert.Equal((401, 50027), (status, body!["code"]!.GetValue<int>()));
        Assert.Empty(_discord.Record.Violations);
    }

    [Fact]
    public async Task Lets_a_follow_up_replace_an_answer_that_was_only_deferred_and_calls_it_a_violation()
    {
        FakeInteraction ask = await AskAsync();
        await CallbackAsync(ask, 5);
        await _client.CallAsync("POST", $"/webhooks/{_discord.Application.Id}/{ask.Token}", Text("too soon"));
        Assert.Empty(ask.FollowUps);
        Assert.Equal("too soon", ask.Original!.Content);
        Assert.Single(_discord.Record.Violations);
    }

    [Fact]
    public async Task Hands_over_the_permissions_of_the_member()
    {
        await _client.StartAsync();
        FakeInteraction ask = await AskAsync();
        Assert.True(ask.IsDelivered);
        JsonObject data = await _client.ReadEventAsync("INTERACTION_CREATE");
        Assert.Equal(((ulong)Permissions.Everyone).ToString(), data["member"]!["permissions"]!.GetValue<string>());
        Assert.Equal("Who won?", data["data"]!["options"]![0]!["value"]!.GetValue<string>());
        Assert.False(data.ContainsKey("user"));
    }

    public static TheoryData<string> BadCommands =>
        [
            """[{"name":"Ask","description":"x"}]""",
            """[{"name":"ask me","description":"x"}]""",
            """[{"name":"ask"}]""",
            $$"""[{"name":"ask","description":"{{new string('x', 101)}}"}]""",
            """[{"name":"ask","description":"x"},{"name":"ask","description":"y"}]""",
            """[{"name":"ask","description":"x","options":[{"type":3,"name":"a","description":"x"},{"type":3,"name":"b","description":"x","required":true}]}]""",
            """[{"name":"ask","description":"x","options":[{"type":3,"name":"a","description":"x","autocomplete":true,"choices":[{"name":"a","value":"a"}]}]}]""",
            """[{"name":"ask","description":"x","options":[{"type":3,"name":"a","description":"x","max_length":6001}]}]""",
            """[{"name":"Check it","type":3,"description":"no"}]""",
            """[{"name":"ask","description":"x","contexts":[3]}]""",
            """[{"name":"ask","description":"x","default_member_permissions":32}]""",
            """[{"name":"ask","description":"x","colour":"red"}]""",
            """{"name":"ask","description":"x"}""",
        ];

    [Theory]
    [MemberData(nameof(BadCommands))]
    public async Task Refuses_bad_commands(string commands)
    {
        (int status, JsonNode? body, _) = await _client.CallAsync(
            "PUT",
            $"/applications/{_discord.Application.Id}/commands",
            JsonNode.Parse(commands)
        );
        Assert.Equal((400, 50035), (status, body!["code"]!.GetValue<int>()));
        Assert.Empty(_discord.Commands.Commands());
    }

    [Fact]
    public async Task Keeps_the_id_of_a_command_that_stays_and_drops_what_is_not_in_the_list()
    {
        string path = $"/applications/{_discord.Application.Id}/commands";
        JsonArray first = (
            await _client.CallAsync(
                "PUT",
                path,
                JsonNode.Parse("""[{"name":"ask","description":"x"},{"name":"latest","description":"x"}]""")
            )
        ).Body!.AsArray();
        JsonArray second = (await _client.CallAsync("PUT", path, JsonNode.Parse("""[{"name":"ask","description":"x"}]"""))).Body!.AsArray();
        Assert.True(JsonNode.DeepEquals(first[0], Assert.Single(second)));
        JsonArray third = (await _client.CallAsync("PUT", path, JsonNode.Parse("""[{"name":"ask","description":"y"}]"""))).Body!.AsArray();
        Assert.Equal(second[0]!["id"]!.GetValue<string>(), third[0]!["id"]!.GetValue<string>());
        Assert.NotEqual(second[0]!["version"]!.GetValue<string>(), third[0]!["version"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(third, (await _client.CallAsync("GET", path)).Body));
    }

    private static JsonObject Text(string content) => new() { ["content"] = content };

    private async Task<FakeInteraction> AskAsync()
    {
        await _client.CallAsync(
            "PUT",
            $"/applications/{_discord.Application.Id}/commands",
            JsonNode.Parse(
                """[{"name":"ask","description":"x","options":[{"type":3,"name":"question","description":"x","required":true}]}]"""
            )
        );
        return _discord.Interactions.InvokeCommand(
            _ada,
            _channel,
            "ask",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "Who won?" }
        );
    }

    private async Task<(int Status, int Code)> CallbackAsync(FakeInteraction interaction, int type, JsonObject? data = null)
    {
        JsonObject body = new() { ["type"] = type };
        if (data is not null)
        {
            body["data"] = data;
        }

        (int status, JsonNode? answer, _) = await _client.CallAsync(
            "POST",
            $"/interactions/{interaction.Id}/{interaction.Token}/callback",
            body
        );
        return (status, answer?["code"]?.GetValue<int>() ?? 0);
    }
}
