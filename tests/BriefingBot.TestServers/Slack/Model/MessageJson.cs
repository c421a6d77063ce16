using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A message as the Web API and the events give it.</summary>
internal static class MessageJson
{
    public static JsonObject Of(SlackState state, FakeMessage message, bool withMetadata = false)
    {
        if (message.IsDeleted)
        {
            return new JsonObject
            {
                ["type"] = "message",
                ["subtype"] = "tombstone",
                ["text"] = "This message was deleted.",
                ["user"] = "USLACKBOT",
                ["hidden"] = true,
                ["ts"] = message.Ts,
                ["thread_ts"] = message.Ts,
            };
        }

        JsonObject json = JsonFields.Compact(
            ("type", "message"),
            ("subtype", message.Subtype ?? (message.IsBroadcast ? "thread_broadcast" : null)),
            ("user", message.Author.Id),
            ("text", Shown(message)),
            ("ts", message.Ts),
            ("thread_ts", message.ThreadTs),
            ("team", message.Author.TeamId),
            ("user_team", message.Channel.IsShared ? message.Author.TeamId : null),
            ("blocks", message.Blocks.Count == 0 ? null : message.Blocks.DeepClone())
        );
        if (message.Author.IsBot)
        {
            json["bot_id"] = message.Author.BotId;
            json["app_id"] = AppOf(state, message.Author);
            json["bot_profile"] = new JsonObject
            {
                ["id"] = message.Author.BotId,
                ["app_id"] = AppOf(state, message.Author),
                ["name"] = message.Author.Name,
            };
        }
        else
        {
            json["client_msg_id"] = $"client-{message.Ts}";
        }

        if (message.Stream != StreamState.None)
        {
            json["streaming_state"] = message.IsStreaming ? "in_progress" : "completed";
        }

        if (message.Revisions.Length > 1 && message.Stream == StreamState.None)
        {
            json["edited"] = new JsonObject { ["user"] = message.Author.Id, ["ts"] = TsSequence.Format(message.Revisions[^1].At) };
        }

        if (withMetadata && message.Metadata is not null)
        {
            json["metadata"] = message.Metadata.DeepClone();
        }

        AddReplies(json, message);
        AddReactions(json, message);
        return json;
    }

    // Other bots are of other apps.
    private static string AppOf(SlackState state, FakeUser bot) => bot == state.Bot ? state.AppId : $"A{bot.Id[1..]}";

    private static string Shown(FakeMessage message) => message.Markdown ?? message.Text;

    private static void AddReplies(JsonObject json, FakeMessage message)
    {
        FakeMessage[] replies = [.. message.Channel.Thread(message.Ts).Where(reply => reply != message)];
        if (message.ThreadTs is null && replies.Length > 0)
        {
            json["thread_ts"] = message.Ts;
            json["reply_count"] = replies.Length;
            json["reply_users"] = new JsonArray([
                .. replies.Select(static reply => reply.Author.Id).Distinct().Select(static id => (JsonNode)id),
            ]);
            json["latest_reply"] = replies[^1].Ts;
        }
    }

    private static void AddReactions(JsonObject json, FakeMessage message)
    {
        if (message.Reactions.Length > 0)
        {
            json["reactions"] = new JsonArray([
                .. message
                    .Reactions.GroupBy(static reaction => reaction.Name)
                    .Select(static group =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["name"] = group.Key,
                                ["count"] = group.Count(),
                                ["users"] = new JsonArray([.. group.Select(static reaction => (JsonNode)reaction.User.Id)]),
                            }
                    ),
            ]);
        }
    }
}
