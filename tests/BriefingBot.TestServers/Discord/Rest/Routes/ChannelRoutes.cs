using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Rest.Routes;

/// <summary>Channels, typing and threads.</summary>
internal static class ChannelRoutes
{
    public static IEnumerable<RestRoute> All(DiscordState state) =>
        [
            new("GET", "/channels/{channel_id}", request => RestResponse.Ok(BotAccess.Channel(state, request).ToJson())),
            new("POST", "/channels/{channel_id}/typing", request => Type(state, request)),
            new("POST", "/channels/{channel_id}/messages/{message_id}/threads", request => StartThread(state, request)),
            new("PATCH", "/channels/{channel_id}", request => EditThread(state, request)),
        ];

    private static RestResponse Type(DiscordState state, RestRequest request)
    {
        FakeChannel channel = BotAccess.Channel(state, request);
        if (
            !channel
                .PermissionsOf(state.Application.Bot)
                .HasFlag(channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages)
        )
        {
            throw DiscordErrorException.MissingPermissions();
        }

        state.Record.Typed(channel);
        JsonObject data = new()
        {
            ["channel_id"] = channel.Id.ToString(),
            ["user_id"] = state.Application.Bot.Id.ToString(),
            ["timestamp"] = state.Now.ToUnixTimeSeconds(),
        };
        GatewayIntents intent = channel.IsDirectMessage ? GatewayIntents.DirectMessageTyping : GatewayIntents.GuildMessageTyping;
        state.Gateway.Dispatch("TYPING_START", channel.Guild, data, intent);
        return RestResponse.NoContent;
    }

    private static RestResponse StartThread(DiscordState state, RestRequest request)
    {
        FakeChannel channel = BotAccess.Channel(state, request, Permissions.CreatePublicThreads);
        FakeMessage message = BotAccess.Message(channel, request);
        FormErrors errors = new();
        errors.Known("", request.Form, state.Options.Strict, "name", "type", "auto_archive_duration", "rate_limit_per_user", "invitable");
        errors.Length("name", request.Form["name"], 1, 100);
        if (request.Form["auto_archive_duration"] is { } duration && duration.AsInt() is not (60 or 1440 or 4320 or 10080))
        {
            errors.Choice("auto_archive_duration", "60, 1440, 4320, 10080");
        }

        errors.ThrowIfAny();
        if (channel.Type != ChannelType.GuildText)
        {
            throw new DiscordErrorException(400, 50024, "Cannot execute action on this channel type");
        }

        if (message.Thread is not null)
        {
            throw new DiscordErrorException(400, 160004, "A thread has already been created for this message");
        }

        FakeChannel thread = ThreadStarting.Start(state, message, state.Application.Bot, request.Form["name"].AsString()!.Trim());
        return new RestResponse(201, thread.ToJson());
    }

    private static RestResponse EditThread(DiscordState state, RestRequest request)
    {
        FakeChannel thread = BotAccess.Channel(state, request);
        if (!thread.IsThread || thread.ThreadOwner != state.Application.Bot)
        {
            throw DiscordErrorException.MissingPermissions();
        }

        FormErrors errors = new();
        errors.Known("", request.Form, state.Options.Strict, "name", "archived", "auto_archive_duration", "locked", "rate_limit_per_user");
        if (request.Form["name"] is { } name)
        {
            errors.Length("name", name, 1, 100);
        }

        errors.ThrowIfAny();
        thread.Name = request.Form["name"].AsString() ?? thread.Name;
        thread.IsArchived = request.Form["archived"].AsBool() ?? thread.IsArchived;
        state.Gateway.Dispatch("THREAD_UPDATE", thread.Guild, thread.ToJson());
        return RestResponse.Ok(thread.ToJson());
    }
}
