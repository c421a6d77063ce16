using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>The data of INTERACTION_CREATE.</summary>
internal static class InteractionJson
{
    public static JsonObject Write(DiscordState state, FakeInteraction interaction, JsonObject data)
    {
        FakeChannel channel = interaction.Channel;
        JsonObject channelJson = channel.ToJson();
        JsonObject json = new()
        {
            ["id"] = interaction.Id.ToString(),
            ["application_id"] = state.Application.Id.ToString(),
            ["type"] = (int)interaction.Type,
            ["data"] = data,
            ["channel_id"] = channel.Id.ToString(),
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = ((ulong)channel.PermissionsOf(state.Application.Bot)).ToString(),
            ["locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = interaction.IntegrationOwners(),
            ["context"] = InteractionContext.Of(channel),
            ["attachment_size_limit"] = 10_485_760,
        };
        if (channel.Guild is { } guild)
        {
            string permissions = ((ulong)guild.PermissionsOf(interaction.User, channel)).ToString();
            channelJson["permissions"] = permissions;
            JsonObject member = guild.MemberOf(interaction.User).ToJson(withUser: true);
            member["permissions"] = permissions;
            json["guild_id"] = guild.Id.ToString();
            json["guild"] = new JsonObject
            {
                ["id"] = guild.Id.ToString(),
                ["locale"] = "en-US",
                ["features"] = new JsonArray(),
            };
            json["guild_locale"] = "en-US";
            json["member"] = member;
        }
        else
        {
            json["user"] = interaction.User.ToJson();
        }

        json["channel"] = channelJson;
        if (interaction is { Type: InteractionType.MessageComponent or InteractionType.ModalSubmit, Target: { } message })
        {
            json["message"] = MessageJson.Write(message, new MessageVisibility(state.Application.Bot, HasMessageContent: true));
        }

        return json;
    }
}
