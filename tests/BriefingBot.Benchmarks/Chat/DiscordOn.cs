using BriefingBot.Benchmarks.Chat.Limits;
using BriefingBot.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>The bot on a fake Discord without limits, in one process.</summary>
/// <param name="Room">The server and who is there.</param>
/// <param name="Bot">The bot.</param>
internal sealed record DiscordOn(DiscordRoom Room, BotInProcess Bot) : IAsyncDisposable
{
    public static async Task<DiscordOn> StartAsync(int channels, int readers, TimeSpan patience, CancellationToken cancellationToken)
    {
        var room = await DiscordRoom.StartAsync(channels, readers, cancellationToken);
        DiscordOn discord = new(room, await BotInProcess.StartAsync(services => AddTo(services, room), cancellationToken));
        await room.Discord.Gateway.WaitForConnectedAsync(1, patience, cancellationToken);
        await room.Discord.Record.WaitUntilAsync(() => room.Discord.Record.Counters.CommandOverwrites > 0, patience, cancellationToken);
        return discord;
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Room.Discord.DisposeAsync();
    }

    private static void AddTo(IServiceCollection services, DiscordRoom room) =>
        services.AddDiscord(options =>
        {
            options.Token = room.Discord.Token;
            options.RestBaseUrl = room.Discord.BaseAddress.ToString();
            options.RequestsPerSecond = 1_000_000;
        });
}
