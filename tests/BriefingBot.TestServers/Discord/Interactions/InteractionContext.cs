using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>Where an interaction is used, by Discord's numbers: 0 in a server, 1 in a DM with the bot, 2 among people.</summary>
internal static class InteractionContext
{
    public const int AmongPeople = 2;

    public static int Of(FakeChannel channel) =>
        channel.IsBetweenPeople ? AmongPeople
        : channel.IsDirectMessage ? 1
        : 0;
}
