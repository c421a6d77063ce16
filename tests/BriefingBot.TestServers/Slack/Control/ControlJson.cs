using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Control;

/// <summary>The control surface's own JSON.</summary>
internal static class ControlJson
{
    public static JsonObject State(SlackState state) =>
        new()
        {
            ["team"] = state.TeamId,
            ["app"] = state.AppId,
            ["bot"] = state.Bot.Id,
            ["users"] = Names(state.Users.Values.Select(static user => (user.Id, user.Name))),
            ["channels"] = Names(
                state.Channels.Values.Select(static channel => (channel.Id, channel.User is { } user ? $"dm of {user.Name}" : channel.Name))
            ),
            ["sockets"] = new JsonArray([.. state.Sockets.Connected.Select(static number => (JsonNode)number)]),
        };

    public static JsonNode Message(FakeMessage message) =>
        JsonFields.Compact(
            ("ts", message.Ts),
            ("thread_ts", message.ThreadTs),
            ("channel", message.Channel.Id),
            ("author", message.Author.Name),
            ("ephemeral_to", message.EphemeralTo?.Name),
            ("deleted", message.IsDeleted),
            ("stream", message.Stream.ToString()),
            ("visible", message.VisibleText),
            ("text", message.Text),
            ("blocks", message.Blocks.DeepClone()),
            ("revisions", message.Revisions.Length)
        );

    public static JsonNode Interaction(FakeInteraction interaction) =>
        new JsonObject
        {
            ["trigger_id"] = interaction.TriggerId,
            ["response_url"] = interaction.ResponseUrl?.AbsoluteUri,
            ["delivery"] = interaction.Delivery.State.ToString(),
        };

    public static JsonNode View(PublishedView view) =>
        new JsonObject
        {
            ["id"] = view.Id,
            ["user"] = view.User.Name,
            ["version"] = view.Version,
            ["view"] = view.View.DeepClone(),
        };

    private static JsonObject Names(IEnumerable<(string Id, string Name)> named) =>
        new(named.Select(static item => KeyValuePair.Create<string, JsonNode?>(item.Id, item.Name)));
}
