using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class CardResilienceTests : IDisposable
{
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_card_that_a_killed_process_posted_is_found_in_the_channel_when_Discord_has_forgotten_the_nonce()
    {
        GrowingCoverage coverage = new(_data);
        (string, string) settings = ("Coverage:Paths:0", coverage.Path);
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { NonceLifetime = TimeSpan.Zero }, Cancellation);
        var channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        var admin = discord.World.AddUser("chief");
        channel.Guild!.AddMember(admin, channel.Guild.AddRole("managers", Permissions.ManageGuild));
        await using (var bot = await BotOnDiscord.StartAsync(discord, _data, Cancellation, settings))
        {
            var followed = discord.Interactions.InvokeCommand(
                admin,
                channel,
                "follow topic",
                new Dictionary<string, object> { ["topic"] = "floods" }
            );
            await discord.Record.WaitForAnswerAsync(followed, cancellationToken: Cancellation);
            coverage.Write("flood", "Floods cut off Tessel", "Floods cut off the island of Tessel on Friday after two days of rain.");
            discord.Faults.Add(
                new RestFault(RestFaultKind.DropTcpAfterEffect, "POST /channels/{channel_id}/messages") { Channel = channel }
            );
            discord.Interactions.InvokeCommand(admin, channel, "reindex", new Dictionary<string, object>());
            await discord.Record.WaitForMessageAsync(IsAlert, RunningBot.Patience, Cancellation);
            await bot.KillAsync();
        }

        // The bot was away for some minutes.
        Assert.Single(Unsettled());
        _data.Execute("UPDATE chat_question SET asked = asked - 120000");
        await using var next = BotOnDiscord.Launch(discord, _data, settings);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
        while (Unsettled().Count > 0)
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }

        var alert = Assert.Single(discord.Record.BotMessages, IsAlert);
        Assert.Equal([alert.Id.ToString()], _data.Query("SELECT message_id FROM chat_message WHERE part = 100"));
    }

    private static bool IsAlert(FakeMessage message) =>
        message.Flags.HasFlag(MessageFlags.IsComponentsV2) && message.VisibleText.StartsWith("**Alert**", StringComparison.Ordinal);

    private IReadOnlyList<string> Unsettled() => _data.Query("SELECT id FROM chat_question WHERE state < 2");
}
