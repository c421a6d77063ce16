using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Rest.Routes;

/// <summary>The bot's own reactions.</summary>
internal static class ReactionRoutes
{
    private const string Template = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me";

    public static IEnumerable<RestRoute> All(DiscordState state) =>
        [new("PUT", Template, request => Add(state, request)), new("DELETE", Template, request => Remove(state, request))];

    public static void Dispatch(DiscordState state, string name, FakeMessage message, MessageReaction reaction)
    {
        JsonObject data = new()
        {
            ["user_id"] = reaction.User.Id.ToString(),
            ["channel_id"] = message.Channel.Id.ToString(),
            ["message_id"] = message.Id.ToString(),
            ["message_author_id"] = message.Author.Id.ToString(),
            ["emoji"] = new JsonObject { ["id"] = null, ["name"] = reaction.Emoji },
            ["burst"] = false,
            ["type"] = 0,
        };
        if (message.Channel.Guild is { } guild)
        {
            data["guild_id"] = guild.Id.ToString();
            data["member"] = guild.MemberOf(reaction.User).ToJson(withUser: true);
        }

        GatewayIntents intent = message.Channel.IsDirectMessage
            ? GatewayIntents.DirectMessageReactions
            : GatewayIntents.GuildMessageReactions;
        state.Gateway.Dispatch(name, message.Channel.Guild, data, intent);
    }

    private static RestResponse Add(DiscordState state, RestRequest request)
    {
        FakeChannel channel = BotAccess.Channel(state, request, Permissions.ReadMessageHistory);
        FakeMessage message = BotAccess.Message(channel, request);
        string emoji = request.Text("emoji");

        // Letters and digits are no emoji; custom ones are name:id.
        if (emoji.Length == 0 || (emoji.All(char.IsAsciiLetterOrDigit) && !emoji.All(char.IsAsciiDigit)))
        {
            throw new DiscordErrorException(400, 10014, "Unknown Emoji");
        }

        if (
            !message.Reactions.Any(reaction => reaction.Emoji == emoji)
            && !channel.PermissionsOf(state.Application.Bot).HasFlag(Permissions.AddReactions)
        )
        {
            throw DiscordErrorException.MissingPermissions();
        }

        MessageReaction added = new(emoji, state.Application.Bot);
        if (!message.Reactions.Contains(added))
        {
            message.Reactions = message.Reactions.Add(added);
            Dispatch(state, "MESSAGE_REACTION_ADD", message, added);
        }

        return RestResponse.NoContent;
    }

    private static RestResponse Remove(DiscordState state, RestRequest request)
    {
        FakeMessage message = BotAccess.Message(BotAccess.Channel(state, request), request);
        MessageReaction removed = new(request.Text("emoji"), state.Application.Bot);
        message.Reactions = message.Reactions.Remove(removed);
        Dispatch(state, "MESSAGE_REACTION_REMOVE", message, removed);
        return RestResponse.NoContent;
    }
}
