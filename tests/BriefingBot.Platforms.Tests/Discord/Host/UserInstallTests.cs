using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host;

/// <summary>Among people where the bot is not, used by one who installed it for themselves.</summary>
public sealed class UserInstallTests : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private FakeDiscord _discord = null!;
    private FakeChannel _group = null!;
    private FakeUser _ada = null!;
    private RunningBot _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(new FakeDiscordOptions(), Cancellation);
        _ada = _discord.World.AddUser("ada");
        _group = _discord.World.AddGroup(_ada, _discord.World.AddUser("ben"));
        _bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_question_is_answered_and_its_buttons_work()
    {
        var answer = await AskAsync(Newsroom.Question);
        string passages = answer
            .Components.ToJsonString()
            .Split('"')
            .Single(static text => text.StartsWith("passages:", StringComparison.Ordinal));
        var shown = await _discord.Record.WaitForAnswerAsync(
            _discord.Interactions.ClickButton(_ada, answer, passages),
            cancellationToken: Cancellation
        );

        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
        Assert.Contains("Blinken", shown.Content, StringComparison.Ordinal);
        AssertKeptToItsInteractions();
    }

    [Fact]
    public async Task The_latest_is_told_and_a_question_about_a_post_is_checked()
    {
        var latest = await _discord.Record.WaitForAnswerAsync(
            _discord.Interactions.InvokeCommand(_ada, _group, "latest"),
            cancellationToken: Cancellation
        );
        var post = _discord.World.Send(_ada, _group, "Cho Tae-yul spoke by phone with Antony Blinken.");
        var verdict = await _discord.Record.WaitForAnswerAsync(
            _discord.Interactions.InvokeMessageCommand(_ada, post, "Fact-check against coverage"),
            cancellationToken: Cancellation
        );

        Assert.NotEqual("", latest.Content + latest.Components.ToJsonString());
        Assert.Contains("Supported", verdict.Content, StringComparison.OrdinalIgnoreCase);
        AssertKeptToItsInteractions();
    }

    [Fact]
    public async Task A_question_that_the_coverage_does_not_answer_is_refused_in_its_reply()
    {
        var answer = await AskAsync("Who won the football world cup?");

        Assert.Contains("coverage", answer.Content, StringComparison.OrdinalIgnoreCase);
        AssertKeptToItsInteractions();
    }

    private Task<FakeMessage> AskAsync(string question) =>
        _discord.Record.WaitForAnswerAsync(
            _discord.Interactions.InvokeCommand(_ada, _group, "ask", new Dictionary<string, object> { ["question"] = question }),
            cancellationToken: Cancellation
        );

    /// <summary>The bot may neither read nor write there.</summary>
    private void AssertKeptToItsInteractions()
    {
        Assert.DoesNotContain(
            _discord.Record.Requests,
            static request => request.Route.Contains("/channels/{channel_id}", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(_discord.Record.Requests, static request => request.Status is 403 or 404);
    }
}
