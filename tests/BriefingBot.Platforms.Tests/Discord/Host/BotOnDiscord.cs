using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;

namespace BriefingBot.Platforms.Tests.Discord.Host;

/// <summary>Starts the real bot, connected to a fake Discord.</summary>
public static class BotOnDiscord
{
    /// <summary>Starts it without waiting for anything.</summary>
    public static RunningBot Launch(FakeDiscord discord, DataFolder data, params (string Name, string Value)[] settings) =>
        RunningBot.Launch(
            data,
            [("DISCORD_TOKEN", discord.Token), ("BRIEFINGBOT__Discord__RestBaseUrl", discord.BaseAddress.ToString())],
            settings
        );

    /// <summary>Starts it and waits until it is connected, its commands are registered and the run at start is over.</summary>
    public static async Task<RunningBot> StartAsync(
        FakeDiscord discord,
        DataFolder data,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] settings
    )
    {
        var bot = Launch(discord, data, settings);
        await bot.WaitForStartAsync(async () =>
        {
            await discord.Gateway.WaitForConnectedAsync(1, RunningBot.Patience, cancellationToken);
            await discord.Record.WaitUntilAsync(
                () => discord.Record.Counters.CommandOverwrites > 0,
                RunningBot.Patience,
                cancellationToken
            );
            await bot.WaitForLogAsync("Indexed:", cancellationToken);
        });
        return bot;
    }
}
