using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host.Resilience;

/// <summary>A fake Discord that outlives the bots which run on it.</summary>
public abstract class ResilienceTest : IAsyncLifetime
{
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected DataFolder Data { get; } = new();

    private protected FakeDiscord Discord { get; private set; } = null!;

    private protected FakeChannel Channel { get; private set; } = null!;

    private protected FakeUser User { get; private set; } = null!;

    public ValueTask InitializeAsync() => StartAsync(new FakeDiscordOptions());

    public async ValueTask DisposeAsync()
    {
        await Discord.DisposeAsync();
        Data.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<FakeMessage> EnableAsync(FakeUser admin, bool isEnabled) =>
        Discord.Record.WaitForAnswerAsync(
            Discord.Interactions.InvokeCommand(admin, Channel, "channel", new Dictionary<string, object> { ["enabled"] = isEnabled }),
            cancellationToken: Cancellation
        );

    private protected Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        Discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);

    private protected static string ButtonOf(FakeMessage message, string action) =>
        message.Components.ToJsonString().Split('"').Single(text => text.StartsWith(action + ":", StringComparison.Ordinal));

    private protected async ValueTask StartAsync(FakeDiscordOptions options)
    {
        Discord = await FakeDiscord.StartAsync(options, Cancellation);
        var guild = Discord.World.AddGuild("Newsroom");
        Channel = guild.AddTextChannel("general");
        User = Discord.World.AddUser("ada");
        guild.AddMember(User);
    }

    private protected async Task RestartAsync(FakeDiscordOptions options)
    {
        await Discord.DisposeAsync();
        await StartAsync(options);
    }
}
