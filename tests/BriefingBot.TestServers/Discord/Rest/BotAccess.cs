using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>Finds channels and messages for the bot, refusing what it may not.</summary>
internal static class BotAccess
{
    public static FakeChannel Channel(DiscordState state, RestRequest request, Permissions needed = Permissions.None)
    {
        if (!state.Channels.TryGetValue(request.Id("channel_id"), out FakeChannel? channel))
        {
            throw DiscordErrorException.UnknownChannel();
        }

        Permissions granted = channel.PermissionsOf(state.Application.Bot);
        if (!granted.HasFlag(Permissions.ViewChannel))
        {
            throw DiscordErrorException.MissingAccess();
        }

        if (!granted.HasFlag(needed))
        {
            throw DiscordErrorException.MissingPermissions();
        }

        return channel;
    }

    public static FakeMessage Message(FakeChannel channel, RestRequest request) =>
        channel.Find(request.Id("message_id")) ?? throw DiscordErrorException.UnknownMessage();

    public static MessageVisibility Visibility(DiscordState state) =>
        new(state.Application.Bot, state.Options.PrivilegedIntents.HasFlag(Gateway.GatewayIntents.MessageContent));
}
