using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.TestServers.Discord;

/// <summary>The server on its own, with one guild, one channel and one person, for a bot to be tried by hand.</summary>
internal static class FakeDiscordProgram
{
    public static async Task RunAsync(int port)
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Port = port });
        FakeGuild guild = discord.World.AddGuild("Newsroom");
        guild.AddTextChannel("general");
        guild.AddMember(discord.World.AddUser("ada"));
        Console.WriteLine($"Fake Discord listens. API: {discord.ApiAddress}  gateway: {discord.GatewayAddress}  token: {discord.Token}");
        Console.WriteLine(
            $"Ask: curl {discord.BaseAddress}_fake/message --json '{{\"user\":\"ada\",\"mention\":true,\"content\":\"what is new?\"}}'"
        );
        Console.WriteLine($"Read: curl {discord.BaseAddress}_fake/answers");
        await discord.WaitForShutdownAsync(CancellationToken.None);
    }
}
