using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Rest.RateLimits;

namespace BriefingBot.Benchmarks.Chat.Limits;

/// <summary>A fake Discord without limits.</summary>
/// <param name="Discord">The server.</param>
/// <param name="Channels">Of its one guild.</param>
/// <param name="Readers">Members of the guild.</param>
internal sealed record DiscordRoom(FakeDiscord Discord, IReadOnlyList<FakeChannel> Channels, IReadOnlyList<FakeUser> Readers)
{
    public static async Task<DiscordRoom> StartAsync(int channels, int readers, CancellationToken cancellationToken)
    {
        var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions
            {
                RateLimits = new RateLimitOptions { Enabled = false, GlobalPerSecond = 0 },
            },
            cancellationToken
        );
        var guild = discord.World.AddGuild("Newsroom");
        FakeUser[] people = [.. Enumerable.Range(0, readers).Select(i => discord.World.AddUser($"reader-{i}"))];
        foreach (var person in people)
        {
            guild.AddMember(person);
        }

        return new DiscordRoom(discord, [.. Enumerable.Range(0, channels).Select(i => guild.AddTextChannel($"desk-{i}"))], people);
    }
}
