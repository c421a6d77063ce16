using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.Control;

/// <summary>Finds by name or id; an unknown user is made.</summary>
internal static class Names
{
    public static FakeUser User(FakeSlackServer slack, SlackState state, JsonNode? name)
    {
        string text = name.Text() ?? "ada";
        return state.Users.Values.FirstOrDefault(user => user.Name == text || user.Id == text) ?? slack.World.AddUser(text);
    }

    /// <summary>Without a name: the first public channel. The name "dm" is the DM of the user.</summary>
    public static FakeChannel Channel(SlackState state, JsonNode? name, FakeUser? user = null)
    {
        string? text = name.Text();
        return text == "dm" && user is not null
            ? state.DirectMessageWith(user)
            : state.Channels.Values.FirstOrDefault(channel =>
                text is null ? channel.Type == ChannelType.Public : channel.Name == text || channel.Id == text
            ) ?? throw new FormatException($"There is no channel {text}.");
    }

    public static FakeMessage Message(SlackState state, JsonNode? ts) =>
        state.Channels.Values.Select(channel => channel.Find(ts.Text())).FirstOrDefault(static message => message is not null)
        ?? state.Record.BotMessages.FirstOrDefault(message => message.Ts == ts.Text())
        ?? throw new FormatException($"There is no message {ts}.");
}
