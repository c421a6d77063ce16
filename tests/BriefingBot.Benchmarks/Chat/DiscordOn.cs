using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Discord;
using BriefingBot.TestServers.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>The bot on a fake Discord without limits, in one process.</summary>
internal sealed class DiscordOn : IAsyncDisposable
{
    private readonly LoadFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private Task[] _running = [];

    private DiscordOn(DiscordRoom room, ServiceProvider? services) => (Room, Services) = (room, services!);

    public DiscordRoom Room { get; }

    public FakeDiscord Discord => Room.Discord;

    public ServiceProvider Services { get; private set; }

    public static async Task<DiscordOn> StartAsync(int channels, int readers, TimeSpan patience, CancellationToken cancellationToken)
    {
        DiscordOn discord = new(await DiscordRoom.StartAsync(channels, readers, cancellationToken), null);
        discord.Services = await ChatServices.BuildAsync(discord._folder.Path, discord.AddTo, cancellationToken);
        discord._running = [discord.Services.GetRequiredService<ChatTurnRunner>().RunAsync(discord._stop.Token), discord.Services.GetRequiredService<IChatPlatform>().RunAsync(discord._stop.Token)];
        await discord.Discord.Gateway.WaitForConnectedAsync(1, patience, cancellationToken);
        await discord.Discord.Record.WaitUntilAsync(() => discord.Discord.Record.Counters.CommandOverwrites > 0, patience, cancellationToken);
        return discord;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Services.DisposeAsync();
        await Discord.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    private void AddTo(IServiceCollection services) => services.AddDiscord(options =>
    {
        options.Token = Discord.Token;
        options.RestBaseUrl = Discord.BaseAddress.ToString();
        options.RequestsPerSecond = 1_000_000;
    });
}
