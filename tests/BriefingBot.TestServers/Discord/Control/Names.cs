using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest;

namespace BriefingBot.TestServers.Discord.Control;

/// <summary>Finds by name or id; an unknown user is made.</summary>
internal static class Names
{
    public static FakeUser User(DiscordState state, JsonNode? name)
    {
        string text = name.AsString() ?? "ada";
        return state.Users.Values.FirstOrDefault(user => user.Name == text || user.Id.ToString() == text)
            ?? state.AddUser(text, isBot: false);
    }

    /// <summary>Without a name: the first text channel. The name "dm" is the DM of the user.</summary>
    public static FakeChannel Channel(DiscordState state, JsonNode? name, FakeUser? user = null)
    {
        string? text = name.AsString();
        return text == "dm" && user is not null
            ? state.DirectMessageWith(user)
            : state.Channels.Values.FirstOrDefault(channel =>
                text is null ? channel.Type == ChannelType.GuildText : channel.Name == text || channel.Id.ToString() == text
            ) ?? throw new FormatException($"There is no channel {text}.");
    }

    public static FakeMessage Message(DiscordState state, JsonNode? id) =>
        state.Channels.Values.Select(channel => channel.Find(id.AsSnowflake() ?? 0)).FirstOrDefault(static message => message is not null)
        ?? state.Record.BotMessages.FirstOrDefault(message => message.Id == id.AsSnowflake())
        ?? throw new FormatException($"There is no message {id}.");
}
