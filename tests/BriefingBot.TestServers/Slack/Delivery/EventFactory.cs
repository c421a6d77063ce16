using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Delivery;

/// <summary>Wraps inner events and sends those that the app subscribed to and may see.</summary>
internal static class EventFactory
{
    /// <summary>
    /// A message event and, when it asks the bot in a channel, app_mention besides: two events for one ts, in either order.
    /// </summary>
    public static void SendMessage(SlackState state, FakeMessage message, JsonObject? appContext = null)
    {
        if (!message.Channel.HasBot || message.IsEphemeral)
        {
            return;
        }

        JsonObject inner = MessageJson.Of(state, message);
        inner["channel"] = message.Channel.Id;
        inner["event_ts"] = message.Ts;
        bool isMention =
            message.Author != state.Bot && !message.Channel.IsDirect && message.Text.Contains(state.Bot.Mention, StringComparison.Ordinal);
        JsonObject mention = (JsonObject)inner.DeepClone();
        mention["type"] = "app_mention";
        inner["channel_type"] = message.Channel.Type.InEvents();
        if (appContext is not null)
        {
            inner["app_context"] = appContext.DeepClone();
        }

        bool mentionFirst = isMention && state.Dice.Next(2) == 0;
        if (mentionFirst)
        {
            Send(state, mention, "app_mention", "app_mentions:read");
        }

        SendMessageEvent(state, message.Channel, inner);
        if (isMention && !mentionFirst)
        {
            Send(state, mention, "app_mention", "app_mentions:read");
        }
    }

    /// <summary>A message event, also of a subtype.</summary>
    public static void SendMessageEvent(SlackState state, FakeChannel channel, JsonObject inner)
    {
        string kind = channel.Type.InScopes();
        Send(state, inner, $"message.{kind}", $"{kind}:history");
    }

    /// <summary>Sends an event when it is subscribed to and the scope is there.</summary>
    public static FakeDelivery? Send(SlackState state, JsonObject inner, string subscription, string? scope = null)
    {
        if (!state.Options.BotEvents.Contains(subscription) || (scope is not null && !state.Options.Scopes.Contains(scope)))
        {
            return null;
        }

        return state.Deliveries.Send(
            DeliveryKind.Event,
            new JsonObject
            {
                ["token"] = "fake-verification-token",
                ["team_id"] = state.TeamId,
                ["api_app_id"] = state.AppId,
                ["event"] = inner,
                ["type"] = "event_callback",
                ["event_id"] = state.NewId('E').Insert(1, "v"),
                ["event_time"] = state.Now.ToUnixTimeSeconds(),
                ["authorizations"] = new JsonArray(
                    new JsonObject
                    {
                        ["enterprise_id"] = state.Options.EnterpriseId,
                        ["team_id"] = state.TeamId,
                        ["user_id"] = state.Bot.Id,
                        ["is_bot"] = true,
                        ["is_enterprise_install"] = false,
                    }
                ),
                ["is_ext_shared_channel"] = state.Channels.GetValueOrDefault(inner["channel"].Text() ?? "")?.IsSharedOutside == true,
                ["event_context"] = $"4-{inner["type"].Text()}-{state.TeamId}-{state.AppId}",
            }
        );
    }
}
