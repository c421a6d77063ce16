using System.Diagnostics;
using BriefingBot.TestServers.Discord;

// Not named after the folder: that would hide the type FakeDiscord from every test beside.
namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>discord.js in a process of its own.</summary>
internal sealed class OfficialClient : NodeClient
{
    private OfficialClient(Process process)
        : base(process) { }

    public static async Task<OfficialClient> StartAsync(FakeDiscord discord, CancellationToken cancellationToken, string? token = null)
    {
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["FAKE_DISCORD_API"] = new Uri(discord.BaseAddress, "/api").ToString(),
            ["FAKE_DISCORD_TOKEN"] = token ?? discord.Token,
        };
        return new OfficialClient(await StartAsync("FakeDiscord", "discord.js", environment, cancellationToken));
    }
}
