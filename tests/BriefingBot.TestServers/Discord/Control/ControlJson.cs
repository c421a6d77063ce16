using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Control;

/// <summary>The control surface's own JSON.</summary>
internal static class ControlJson
{
    public static JsonObject State(DiscordState state) =>
        new()
        {
            ["bot"] = state.Application.Bot.Id.ToString(),
            ["application"] = state.Application.Id.ToString(),
            ["users"] = Names(state.Users.Values.Select(static user => (user.Id, user.Name))),
            ["guilds"] = Names(state.Guilds.Values.Select(static guild => (guild.Id, guild.Name))),
            ["channels"] = Names(
                state.Channels.Values.Select(static channel => (channel.Id, channel.Name ?? $"dm of {channel.Recipient?.Name}"))
            ),
            ["sessions"] = new JsonArray([
                .. state.Gateway.Sessions.Select(static session =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = session.Id,
                            ["shard"] = $"{session.ShardId}/{session.ShardCount}",
                            ["connected"] = session.IsConnected,
                            ["sequence"] = session.Sequence,
                        }
                ),
            ]),
        };

    public static JsonNode Message(FakeMessage message) =>
        new JsonObject
        {
            ["id"] = message.Id.ToString(),
            ["channel"] = message.Channel.Id.ToString(),
            ["author"] = message.Author.Name,
            ["answers"] = message.ReferenceId?.ToString() ?? message.Interaction?.Id.ToString(),
            ["ephemeral"] = message.IsEphemeral,
            ["deleted"] = message.IsDeleted,
            ["content"] = message.VisibleText,
            ["embeds"] = message.Embeds.DeepClone(),
            ["components"] = message.Components.DeepClone(),
            ["edits"] = message.Revisions.Length - 1,
        };

    public static JsonNode Interaction(FakeInteraction interaction) =>
        new JsonObject { ["id"] = interaction.Id.ToString(), ["delivered"] = interaction.IsDelivered };

    private static JsonObject Names(IEnumerable<(ulong Id, string Name)> named) =>
        new(named.Select(static item => KeyValuePair.Create<string, JsonNode?>(item.Id.ToString(), item.Name)));
}
