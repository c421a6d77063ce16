using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi.Rules;

namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>chat.startStream, chat.appendStream and chat.stopStream.</summary>
internal static class StreamMethods
{
    private const int MaxMarkdown = 12_000;
    private static readonly string[] TaskStatuses = ["pending", "in_progress", "complete", "error"];

    public static IReadOnlyList<WebApiMethod> All =>
        [
            new("chat.startStream", RateTier.Tier2, ["chat:write"], Start),
            new("chat.appendStream", RateTier.Tier4, ["chat:write"], Append),
            new("chat.stopStream", RateTier.Tier2, ["chat:write"], Stop),
        ];

    private static JsonObject Start(WebApiRequest request)
    {
        FakeChannel channel = request.Channel();
        BotPosting.DemandWritable(channel);
        string thread = BotPosting.Thread(request.State, channel, request.Required("thread_ts"))!;
        if (channel.Type != ChannelType.DirectMessage)
        {
            DemandRecipient(request);
        }

        if (request.Text("task_display_mode") is not (null or "timeline" or "plan"))
        {
            throw new SlackErrorException("invalid_arguments", "[ERROR] task_display_mode must be timeline or plan");
        }

        (string text, List<JsonObject> chunks) = ReadContent(request, isRequired: false);
        FakeMessage message = BotPosting.Post(request.State, channel, new MessageContent(null, text, null), thread);
        message.Stream = StreamState.Streaming;
        message.StreamEndsAt = request.State.Now + request.State.Options.StreamLifetime;
        message.StreamChunks = [.. chunks];
        request.State.Record.Counters.Streams++;
        BotPosting.Publish(request.State, message);
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts };
    }

    private static JsonObject Append(WebApiRequest request)
    {
        FakeMessage message = OpenStream(request);
        (string text, List<JsonObject> chunks) = ReadContent(request, isRequired: true);
        Grow(request.State, message, text, chunks, null);
        request.State.Changes.Raise();
        return new JsonObject { ["channel"] = message.Channel.Id, ["ts"] = message.Ts };
    }

    private static JsonObject Stop(WebApiRequest request)
    {
        FakeMessage message = OpenStream(request);
        (string text, List<JsonObject> chunks) = ReadContent(request, isRequired: false);
        JsonArray? blocks = request.Array("blocks", "invalid_blocks_format");
        if (blocks is not null)
        {
            BlockRules.CheckMessage(request.State, blocks);
        }

        JsonObject? metadata = MessageContent.ReadMetadata(request);
        string? status = request.Text("session_status") is { } given ? AssistantMethods.SessionStatusOf(given) : null;
        JsonObject before = MessageJson.Of(request.State, message);
        Grow(request.State, message, text, chunks, blocks);
        message.Stream = StreamState.Stopped;
        message.Metadata = metadata;
        if (status is not null)
        {
            request.State.Record.Add(new SessionStatus(message.Channel, message.RootTs, status, null));
        }

        BotPosting.Changed(request.State, message, before);
        return new JsonObject
        {
            ["channel"] = message.Channel.Id,
            ["ts"] = message.Ts,
            ["message"] = MessageJson.Of(request.State, message),
        };
    }

    private static void DemandRecipient(WebApiRequest request)
    {
        if (request.Text("recipient_user_id") is not { } user)
        {
            throw new SlackErrorException("missing_recipient_user_id");
        }

        if (request.Text("recipient_team_id") is not { } team)
        {
            throw new SlackErrorException("missing_recipient_team_id");
        }

        if (!request.State.Users.TryGetValue(user, out FakeUser? recipient))
        {
            throw new SlackErrorException("user_not_found");
        }

        // The reader's workspace, which in a shared channel need not be the bot's.
        if (team != recipient.TeamId)
        {
            throw new SlackErrorException("team_not_found");
        }
    }

    private static FakeMessage OpenStream(WebApiRequest request)
    {
        FakeMessage message = ChatMethods.OwnMessage(request, "message_not_owned_by_app");
        return message.Stream switch
        {
            StreamState.Streaming => message,
            StreamState.StoppedByUser => throw new SlackErrorException("stopped_by_user"),
            _ => throw new SlackErrorException("message_not_in_streaming_state"),
        };
    }

    private static void Grow(SlackState state, FakeMessage message, string text, List<JsonObject> chunks, JsonArray? blocks)
    {
        string all = message.Markdown + text;
        if (all.Length + MessageText.Length(blocks ?? []) > state.Options.MessageCeiling)
        {
            throw new SlackErrorException("msg_blocks_too_long");
        }

        message.StreamChunks = message.StreamChunks.AddRange(chunks);
        message.Revise(
            new MessageRevision(state.Now, message.Text, all, blocks is null ? message.Blocks : BotPosting.WithIds(state, blocks))
        );
    }

    private static (string Text, List<JsonObject> Chunks) ReadContent(WebApiRequest request, bool isRequired)
    {
        string? markdown = request.Text("markdown_text");
        JsonArray? given = request.Array("chunks", "invalid_chunks");
        if (markdown is not null && given is { Count: > 0 })
        {
            throw new SlackErrorException("markdown_text_conflict");
        }

        if (isRequired && string.IsNullOrEmpty(markdown) && given is not { Count: > 0 })
        {
            throw new SlackErrorException("no_text");
        }

        List<JsonObject> others = [];
        string text = markdown ?? "";
        foreach (JsonNode? chunk in given ?? [])
        {
            if (chunk?["type"].Text() == "markdown_text" && chunk["text"].Text() is { } part)
            {
                text += part;
            }
            else
            {
                others.Add(CheckedChunk(chunk));
            }
        }

        return text.Length > MaxMarkdown ? throw new SlackErrorException("msg_too_long") : (text, others);
    }

    private static JsonObject CheckedChunk(JsonNode? chunk)
    {
        bool isValid = chunk?["type"].Text() switch
        {
            "task_update" => chunk["id"].Text() is { Length: > 0 }
                && chunk["title"].Text() is { Length: > 0 }
                && (chunk["status"] is null || TaskStatuses.Contains(chunk["status"].Text())),
            "plan_update" => chunk["title"].Text() is { Length: > 0 },
            "blocks" => chunk["blocks"] is JsonArray,
            _ => false,
        };
        return isValid ? (JsonObject)chunk!.DeepClone() : throw new SlackErrorException("invalid_chunks");
    }
}
