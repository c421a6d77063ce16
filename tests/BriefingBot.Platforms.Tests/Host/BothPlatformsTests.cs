using BriefingBot.Platforms.Tests.Discord.Host;
using BriefingBot.Platforms.Tests.Slack.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;
using DiscordUser = BriefingBot.TestServers.Discord.Model.FakeUser;
using SlackUser = BriefingBot.TestServers.Slack.Model.FakeUser;

namespace BriefingBot.Platforms.Tests.Host;

/// <summary>One bot on both platforms: one that is turned away leaves the other in peace, whose admins see it.</summary>
public sealed class BothPlatformsTests : IAsyncLifetime
{
    private const int Sockets = 2;
    private readonly DataFolder _data = new();
    private FakeDiscord _discord = null!;
    private FakeSlackServer _slack = null!;
    private RunningBot _bot = null!;
    private DiscordUser _manager = null!;
    private SlackUser _owner = null!;
    private TestServers.Discord.Model.FakeChannel _general = null!;
    private TestServers.Slack.Model.FakeChannel _desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(new FakeDiscordOptions(), Cancellation);
        var guild = _discord.World.AddGuild("Newsroom");
        _general = guild.AddTextChannel("general");
        _manager = _discord.World.AddUser("ada");
        guild.AddMember(_manager, guild.AddRole("managers", Permissions.ManageGuild));
        _slack = await FakeSlackServer.StartAsync(new FakeSlackOptions(), Cancellation);
        _desk = _slack.World.AddChannel("desk");
        _owner = _slack.World.AddUser("owner", UserRole.Owner);
        _bot = BotOnSlack.Launch(
            _slack,
            _data,
            ("Discord:Token", _discord.Token),
            ("Discord:RestBaseUrl", _discord.BaseAddress.ToString())
        );
        await _bot.WaitForStartAsync(async () =>
        {
            await _discord.Gateway.WaitForConnectedAsync(1, RunningBot.Patience, Cancellation);
            await _slack.Sockets.WaitForConnectedAsync(Sockets, RunningBot.Patience, Cancellation);
            await _bot.WaitForLogAsync("Indexed:", Cancellation);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
        await _discord.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_Discord_that_turns_the_bot_away_shows_in_the_status_on_Slack_which_answers_on()
    {
        _discord.Gateway.Close(GatewayCloseCode.AuthenticationFailed);
        await _bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);

        var status = await _slack.Record.WaitForAnswerAsync(
            _slack.Interactions.Command(_owner, _desk, "/briefing", "status"),
            cancellationToken: Cancellation
        );
        var answer = await _slack.Record.WaitForAnswerAsync(
            _slack.World.Mention(_owner, _desk, SlackNewsroom.Question),
            cancellationToken: Cancellation
        );

        Assert.Contains("*Discord*: stopped since", status.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Reset Token", status.VisibleText, StringComparison.Ordinal);
        Assert.Contains("*Slack*: connected since", status.VisibleText, StringComparison.Ordinal);
        Assert.Contains("Blinken", answer.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Slack_that_turns_the_bot_away_shows_in_the_status_on_Discord_which_answers_on()
    {
        _slack.World.RevokeTokens();
        await _bot.WaitForLogAsync("The bot is stopped on slack", Cancellation);

        var status = await _discord.Record.WaitForAnswerAsync(
            _discord.Interactions.InvokeCommand(_manager, _general, "status", new Dictionary<string, object>()),
            cancellationToken: Cancellation
        );
        var answer = await _discord.Record.WaitForAnswerAsync(
            _discord.World.Mention(_manager, _general, Newsroom.Question),
            cancellationToken: Cancellation
        );

        Assert.Contains("**Slack**: stopped since", status.Content, StringComparison.Ordinal);
        Assert.Contains("**Discord**: connected since", status.Content, StringComparison.Ordinal);
        Assert.Contains("Blinken", answer.Content, StringComparison.Ordinal);
    }
}
