using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi.Rules;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>chat.* without streams.</summary>
internal static class ChatMethods
{
    private const int MaxUpdateText = 4000;

    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("chat.postMessage", RateTier.Posting, ["chat:write"], PostMessage),
            new("chat.postEphemeral", RateTier.Tier4, ["chat:write"], PostEphemeral),
            new("chat.update", RateTier.Tier3, ["chat:write"], Update),
            new("chat.delete", RateTier.Tier3, ["chat:write"], Delete),
            new("chat.getPermalink", RateTier.Special, [], GetPermalink) { TakesJson = false },
        ];

    public static FakeMessage OwnMessage(WebApiRequest request, string refusal)
    {
        FakeMessage? message = request.Channel().Find(request.Required("ts"));
        return message is null or { IsDeleted: true } ? throw new SlackErrorException("message_not_found")
            : message.Author != request.State.Bot ? throw new SlackErrorException(refusal)
            : message;
    }

    private static JsonObject PostMessage(WebApiRequest request)
    {
        FakeChannel channel = request.State.Users.TryGetValue(request.Required("channel"), out FakeUser? user)
            ? request.State.DirectMessageWith(user)
            : request.Channel();
        BotPosting.DemandWritable(channel);
        MessageContent content = MessageContent.Read(request);
        string? thread = BotPosting.Thread(request.State, channel, request.Text("thread_ts"));
        bool isBroadcast = thread is not null && request.Flag("reply_broadcast") == true;
        FakeMessage message = BotPosting.Post(request.State, channel, content, thread, isBroadcast);
        message.Metadata = MessageContent.ReadMetadata(request);
        message.UnfurlLinks = request.Flag("unfurl_links");
        message.UnfurlMedia = request.Flag("unfurl_media");
        BotPosting.Publish(request.State, message);
        return new JsonObject
        {
            ["channel"] = channel.Id,
            ["ts"] = message.Ts,
            ["message"] = MessageJson.Of(request.State, message),
        };
    }

    private static JsonObject PostEphemeral(WebApiRequest request)
    {
        FakeChannel channel = request.Channel();
        FakeUser user = request.User();
        BotPosting.DemandWritable(channel);
        if (!channel.Members.Contains(user))
        {
            throw new SlackErrorException("user_not_in_channel");
        }

        MessageContent content = MessageContent.Read(request);
        string? thread = BotPosting.Thread(request.State, channel, request.Text("thread_ts"));
        FakeMessage message = BotPosting.Post(request.State, channel, content, thread, ephemeralTo: user);
        BotPosting.Publish(request.State, message);
        return new JsonObject { ["message_ts"] = message.Ts };
    }

    private static JsonObject Update(WebApiRequest request)
    {
        FakeMessage message = OwnMessage(request, "cant_update_message");
        if (message.IsStreaming)
        {
            throw new SlackErrorException("streaming_state_conflict");
        }

        if (request.Text("text")?.Length > MaxUpdateText)
        {
            throw new SlackErrorException("msg_too_long");
        }

        MessageContent content = MessageContent.Read(request);
        message.Metadata = MessageContent.ReadMetadata(request) ?? message.Metadata;
        BotPosting.Change(request.State, message, content);
        return new JsonObject
        {
            ["channel"] = message.Channel.Id,
            ["ts"] = message.Ts,
            ["text"] = message.Text,
            ["message"] = MessageJson.Of(request.State, message),
        };
    }

    private static JsonObject Delete(WebApiRequest request)
    {
        FakeMessage message = OwnMessage(request, "cant_delete_message");
        BotPosting.Delete(request.State, message);
        return new JsonObject { ["channel"] = message.Channel.Id, ["ts"] = message.Ts };
    }

    private static JsonObject GetPermalink(WebApiRequest request)
    {
        FakeChannel channel = request.Channel();
        FakeMessage? message = channel.Find(request.Required("message_ts"));
        return message is null or { IsDeleted: true }
            ? throw new SlackErrorException("message_not_found")
            : new JsonObject { ["channel"] = channel.Id, ["permalink"] = request.State.PermalinkOf(message) };
    }
}
