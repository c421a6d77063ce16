using System.Globalization;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest.Forms;

namespace BriefingBot.TestServers.Discord.Rest.Routes;

/// <summary>Messages of a channel: create, edit, delete, read.</summary>
internal static class MessageRoutes
{
    public static IEnumerable<RestRoute> All(DiscordState state) =>
        [
            new("GET", "/channels/{channel_id}/messages", request => List(state, request)),
            new("POST", "/channels/{channel_id}/messages", request => Create(state, request)),
            new(
                "GET",
                "/channels/{channel_id}/messages/{message_id}",
                request =>
                {
                    FakeChannel channel = BotAccess.Channel(state, request, Permissions.ReadMessageHistory);
                    return Ok(state, BotAccess.Message(channel, request));
                }
            ),
            new("PATCH", "/channels/{channel_id}/messages/{message_id}", request => Edit(state, request)),
            new("DELETE", "/channels/{channel_id}/messages/{message_id}", request => Delete(state, request)),
        ];

    private static RestResponse List(DiscordState state, RestRequest request)
    {
        FakeChannel channel = BotAccess.Channel(state, request);
        int limit = int.TryParse(request.Query("limit"), CultureInfo.InvariantCulture, out int asked) ? asked : 50;
        FormErrors errors = new();
        if (limit is < 1 or > 100)
        {
            errors.Add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
        }

        if (((string[])["around", "before", "after"]).Count(name => request.Query(name) is not null) > 1)
        {
            errors.Add("", "MUTUALLY_EXCLUSIVE", "Only one of around, before, after may be given.");
        }

        errors.ThrowIfAny();
        IEnumerable<FakeMessage> messages = channel.PermissionsOf(state.Application.Bot).HasFlag(Permissions.ReadMessageHistory)
            ? channel.Messages
            : [];
        messages =
            request.QueryId("after") is { } after ? messages.Where(message => message.Id > after).Take(limit)
            : request.QueryId("around") is { } around ? messages.OrderBy(message => Math.Abs((long)(message.Id - around))).Take(limit)
            : messages.Where(message => message.Id < (request.QueryId("before") ?? ulong.MaxValue)).TakeLast(limit);

        // Newest first, whichever way they were chosen.
        MessageVisibility visibility = BotAccess.Visibility(state);
        return RestResponse.Ok(
            new JsonArray([
                .. messages
                    .OrderByDescending(static message => message.Id)
                    .Select(message => (JsonNode)MessageJson.Write(message, visibility)),
            ])
        );
    }

    private static RestResponse Create(DiscordState state, RestRequest request)
    {
        FakeUser bot = state.Application.Bot;
        FakeChannel channel = BotAccess.Channel(state, request);
        Permissions granted = channel.PermissionsOf(bot);
        if (!granted.HasFlag(channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages))
        {
            throw DiscordErrorException.MissingPermissions();
        }

        if (channel.Type == ChannelType.GuildForum)
        {
            throw new DiscordErrorException(400, 50008, "Cannot send messages in a non-text channel");
        }

        if (channel.Recipient?.BlocksDirectMessages == true)
        {
            throw new DiscordErrorException(403, 50007, "Cannot send messages to this user");
        }

        if (channel.IsArchived)
        {
            throw new DiscordErrorException(400, 50083, "Thread is archived");
        }

        MessageForm form = MessageFormRules.Read(request.Form, MessageFormKind.Create, state.Options.Strict);
        if (form.Embeds is { Count: > 0 } && !granted.HasFlag(Permissions.EmbedLinks))
        {
            throw DiscordErrorException.MissingPermissions();
        }

        if (form.EnforceNonce && form.Nonce is not null && Duplicate(state, channel, form.Nonce) is { } duplicate)
        {
            state.Record.Counters.NonceDuplicates++;
            return Ok(state, duplicate);
        }

        RefuseTooFast(state, channel, granted);
        FakeMessage? referenced = Referenced(channel, form, granted);
        FakeMessage message = MessagePosting.Post(state, channel, bot, form, referenced);
        state.Record.Posted(message);
        state.Gateway.DispatchMessage("MESSAGE_CREATE", message);
        return Ok(state, message);
    }

    private static FakeMessage? Referenced(FakeChannel channel, MessageForm form, Permissions granted)
    {
        if (form.ReferenceId is not { } id)
        {
            return null;
        }

        if (!granted.HasFlag(Permissions.ReadMessageHistory))
        {
            throw new DiscordErrorException(400, 160002, "Cannot reply without permission to read message history");
        }

        FakeMessage? referenced = channel.Find(id);
        if (referenced is null && form.FailIfNotExists)
        {
            FormErrors errors = new();
            errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
            errors.ThrowIfAny();
        }

        return referenced;
    }

    private static RestResponse Edit(DiscordState state, RestRequest request)
    {
        FakeChannel channel = BotAccess.Channel(state, request);
        FakeMessage message = BotAccess.Message(channel, request);
        if (message.Author != state.Application.Bot)
        {
            throw new DiscordErrorException(403, 50005, "Cannot edit a message authored by another user");
        }

        if (channel.IsArchived)
        {
            throw new DiscordErrorException(400, 50083, "Thread is archived");
        }

        MessageForm form = MessageFormRules.Read(request.Form, MessageFormKind.Edit, state.Options.Strict, message);
        MessagePosting.Edit(state, message, form);
        return Ok(state, message);
    }

    private static RestResponse Delete(DiscordState state, RestRequest request)
    {
        FakeChannel channel = BotAccess.Channel(state, request);
        FakeMessage message = BotAccess.Message(channel, request);
        if (message.Author != state.Application.Bot && !channel.PermissionsOf(state.Application.Bot).HasFlag(Permissions.ManageMessages))
        {
            throw DiscordErrorException.MissingPermissions();
        }

        MessagePosting.Delete(state, message);
        return RestResponse.NoContent;
    }

    private static FakeMessage? Duplicate(DiscordState state, FakeChannel channel, string nonce) =>
        channel.FindLast(message =>
            message.Nonce == nonce && message.Author == state.Application.Bot && message.CreatedAt + state.Options.NonceLifetime > state.Now
        );

    private static void RefuseTooFast(DiscordState state, FakeChannel channel, Permissions granted)
    {
        if (
            channel.Slowmode > 0
            && !granted.HasFlag(Permissions.ManageMessages)
            && channel.FindLast(message => message.Author == state.Application.Bot)?.CreatedAt.AddSeconds(channel.Slowmode) > state.Now
        )
        {
            throw new DiscordErrorException(400, 20016, "This action cannot be performed due to slowmode rate limit");
        }
    }

    private static RestResponse Ok(DiscordState state, FakeMessage message) =>
        RestResponse.Ok(MessageJson.Write(message, BotAccess.Visibility(state)));
}
