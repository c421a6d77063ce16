using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi.Rules;

namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>Makes and changes the bot's messages.</summary>
internal static class BotPosting
{
    /// <summary>The root of the thread that a call names; null when it names none.</summary>
    public static string? Thread(SlackState state, FakeChannel channel, string? threadTs)
    {
        if (threadTs is null)
        {
            return null;
        }

        if (threadTs.Split('.') is not [{ Length: > 0 } seconds, { Length: 6 } rest] || !(seconds + rest).All(char.IsAsciiDigit))
        {
            throw new SlackErrorException("invalid_thread_ts");
        }

        FakeMessage message = channel.Find(threadTs) ?? throw new SlackErrorException("thread_not_found");
        if (message.ThreadTs is not null)
        {
            state.Record.Violate($"thread_ts {threadTs} is the ts of a reply, not of the thread's root");
        }

        return message.RootTs;
    }

    /// <summary>A message that the bot may write in this channel.</summary>
    public static void DemandWritable(FakeChannel channel)
    {
        if (channel.IsArchived)
        {
            throw new SlackErrorException("is_archived");
        }

        if (!channel.HasBot)
        {
            throw new SlackErrorException("not_in_channel");
        }
    }

    public static FakeMessage Post(
        SlackState state,
        FakeChannel channel,
        MessageContent content,
        string? threadTs,
        bool isBroadcast = false,
        FakeUser? ephemeralTo = null,
        FakeInteraction? interaction = null
    )
    {
        FakeMessage message = new(state.Timestamps.Next(), channel, state.Bot)
        {
            ThreadTs = threadTs,
            IsBroadcast = isBroadcast,
            EphemeralTo = ephemeralTo,
            Interaction = interaction,
        };
        message.Revise(new MessageRevision(state.Now, content.Text ?? "", content.Markdown, WithIds(state, content.Blocks)));
        return message;
    }

    /// <summary>Shows it: in its channel, or to the one person it is for.</summary>
    public static void Publish(SlackState state, FakeMessage message)
    {
        if (!message.IsEphemeral)
        {
            message.Channel.Add(message);
            ClearStatus(state, message);
        }

        state.Record.Posted(message);
        if (state.Options.EchoBotMessages)
        {
            EventFactory.SendMessage(state, message);
        }
    }

    /// <summary>Gives it a new state.</summary>
    public static void Change(SlackState state, FakeMessage message, MessageContent content)
    {
        JsonObject before = MessageJson.Of(state, message);
        message.Revise(
            new MessageRevision(
                state.Now,
                content.Text ?? (content.Markdown is null ? message.Text : ""),
                content.Markdown,
                WithIds(state, content.Blocks)
            )
        );
        Changed(state, message, before);
    }

    public static void Delete(SlackState state, FakeMessage message)
    {
        JsonObject before = MessageJson.Of(state, message);
        message.IsDeleted = true;
        state.Changes.Raise();
        if (!message.IsEphemeral && (state.Options.EchoBotMessages || !message.Author.IsBot))
        {
            SendHidden(state, message, "message_deleted", new JsonObject { ["previous_message"] = before, ["deleted_ts"] = message.Ts });
        }
    }

    /// <summary>message_changed, and a signal for those who wait.</summary>
    public static void Changed(SlackState state, FakeMessage message, JsonObject before)
    {
        state.Changes.Raise();
        if (!message.IsEphemeral && (state.Options.EchoBotMessages || !message.Author.IsBot))
        {
            SendHidden(
                state,
                message,
                "message_changed",
                new JsonObject { ["message"] = MessageJson.Of(state, message), ["previous_message"] = before }
            );
        }
    }

    public static JsonArray WithIds(SlackState state, JsonArray? blocks)
    {
        JsonArray copy = (JsonArray?)blocks?.DeepClone() ?? [];
        foreach (JsonNode? block in copy)
        {
            block!["block_id"] ??= state.NewId('b');
        }

        return copy;
    }

    private static void SendHidden(SlackState state, FakeMessage message, string subtype, JsonObject fields)
    {
        if (!message.Channel.HasBot)
        {
            return;
        }

        string ts = state.Timestamps.Next();
        JsonObject inner = new()
        {
            ["type"] = "message",
            ["subtype"] = subtype,
            ["hidden"] = true,
            ["channel"] = message.Channel.Id,
            ["channel_type"] = message.Channel.Type.InEvents(),
            ["ts"] = ts,
            ["event_ts"] = ts,
        };
        foreach ((string name, JsonNode? value) in fields)
        {
            inner[name] = value?.DeepClone();
        }

        EventFactory.SendMessageEvent(state, message.Channel, inner);
    }

    // Slack takes the status away as soon as the bot posts there.
    private static void ClearStatus(SlackState state, FakeMessage message)
    {
        if (message.ThreadTs is { } thread && ThreadStatuses.Current(state, message.Channel, thread) is not null)
        {
            state.Record.Add(new ThreadStatus(state.Now, message.Channel, thread, "", []) { IsAutomatic = true });
        }
    }
}
