using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Interactions;

/// <summary>The payloads of commands, clicks, shortcuts and submitted views.</summary>
internal static class InteractionPayload
{
    public static JsonObject Command(SlackState state, FakeInteraction interaction, string command, string text)
    {
        FakeChannel channel = interaction.Channel!;
        JsonObject payload = new()
        {
            ["token"] = "fake-verification-token",
            ["team_id"] = state.TeamId,
            ["team_domain"] = state.Options.TeamDomain,
            ["channel_id"] = channel.Id,
            ["channel_name"] = channel.Type switch
            {
                ChannelType.DirectMessage => "directmessage",
                ChannelType.Private => "privategroup",
                _ => channel.Name,
            },
            ["user_id"] = interaction.User.Id,
            ["user_name"] = interaction.User.Name,
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = state.AppId,
            ["is_enterprise_install"] = "false",
            ["response_url"] = interaction.ResponseUrl!.AbsoluteUri,
            ["trigger_id"] = interaction.TriggerId,
        };
        if (state.Options.EnterpriseId is { } organization)
        {
            payload["enterprise_id"] = organization;
            payload["enterprise_name"] = state.Options.TeamName;
        }

        return payload;
    }

    public static JsonObject MessageShortcut(SlackState state, FakeInteraction interaction, string callbackId)
    {
        JsonObject payload = Start(state, interaction, "message_action");
        FakeMessage message = interaction.Source!;
        payload["callback_id"] = callbackId;
        payload["action_ts"] = state.Timestamps.Next();
        payload["channel"] = Channel(message.Channel);
        payload["message_ts"] = message.Ts;
        payload["message"] = MessageJson.Of(state, message);
        payload["response_url"] = interaction.ResponseUrl!.AbsoluteUri;
        return payload;
    }

    public static JsonObject GlobalShortcut(SlackState state, FakeInteraction interaction, string callbackId)
    {
        JsonObject payload = Start(state, interaction, "shortcut");
        payload["callback_id"] = callbackId;
        payload["action_ts"] = state.Timestamps.Next();
        return payload;
    }

    public static JsonObject MessageAction(SlackState state, FakeInteraction interaction, JsonObject action)
    {
        JsonObject payload = Start(state, interaction, "block_actions");
        FakeMessage message = interaction.Source!;
        payload["container"] = JsonFields.Compact(
            ("type", "message"),
            ("message_ts", message.Ts),
            ("channel_id", message.Channel.Id),
            ("is_ephemeral", message.IsEphemeral),
            ("thread_ts", message.ThreadTs)
        );
        payload["channel"] = Channel(message.Channel);
        if (!message.IsEphemeral)
        {
            payload["message"] = MessageJson.Of(state, message);
        }

        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = interaction.ResponseUrl!.AbsoluteUri;
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public static JsonObject ViewAction(SlackState state, FakeInteraction interaction, PublishedView view, JsonObject action)
    {
        JsonObject payload = Start(state, interaction, "block_actions");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.ToJson(state);
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public static JsonObject Submission(SlackState state, FakeInteraction interaction, PublishedView view, JsonObject values)
    {
        JsonObject payload = Start(state, interaction, "view_submission");
        payload["view"] = view.ToJson(state);
        payload["view"]!["state"] = new JsonObject { ["values"] = values };
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    private static JsonObject Start(SlackState state, FakeInteraction interaction, string type) =>
        new()
        {
            ["type"] = type,
            ["team"] = new JsonObject { ["id"] = state.TeamId, ["domain"] = state.Options.TeamDomain },
            ["user"] = interaction.User.ToActor(),
            ["api_app_id"] = state.AppId,
            ["token"] = "fake-verification-token",
            ["trigger_id"] = interaction.TriggerId,
            ["is_enterprise_install"] = false,
            ["enterprise"] = state.Options.EnterpriseId is { } organization
                ? new JsonObject { ["id"] = organization, ["name"] = state.Options.TeamName }
                : null,
        };

    private static JsonObject Channel(FakeChannel channel) => new() { ["id"] = channel.Id, ["name"] = channel.Name };
}
